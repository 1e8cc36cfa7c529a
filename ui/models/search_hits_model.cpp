// SPDX-License-Identifier: Apache-2.0
#include "models/search_hits_model.h"

#include "ndjson/json_text.h"
#include "ndjson/value_mask.h"

#include <QLocale>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr std::int64_t kBefore = 60; ///< bytes in front of a match
constexpr std::int64_t kAround = 400; ///< bytes read for one row

} // namespace

SearchHitsModel::SearchHitsModel(const ndjson::BackgroundFind &find, QObject *parent)
    : QAbstractTableModel(parent)
    , m_find(find)
{
    connect(&find, &ndjson::BackgroundFind::cleared, this, &SearchHitsModel::onCleared);
    connect(&find, &ndjson::BackgroundFind::hitsAdded, this, &SearchHitsModel::onHitsAdded);
    connect(&find, &ndjson::BackgroundFind::lastHitRemoved, this, &SearchHitsModel::onLastRemoved);
}

void SearchHitsModel::setReader(std::shared_ptr<const ndjson::LineReader> reader)
{
    m_reader = std::move(reader);
}

void SearchHitsModel::setHidden(bool hidden)
{
    if (hidden == m_hidden)
        return;
    m_hidden = hidden;
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, Text), index(m_rows - 1, Text));
}

void SearchHitsModel::onCleared()
{
    beginResetModel();
    m_rows = 0;
    endResetModel();
}

void SearchHitsModel::onHitsAdded(qsizetype first, qsizetype count)
{
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + count - 1));
    m_rows = static_cast<int>(first + count);
    endInsertRows();
}

void SearchHitsModel::onLastRemoved()
{
    beginRemoveRows({}, m_rows - 1, m_rows - 1);
    --m_rows;
    endRemoveRows();
}

int SearchHitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int SearchHitsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

SearchHitsModel::Excerpt SearchHitsModel::excerptOf(const ndjson::Hit &hit) const
{
    if (!m_reader)
        return {};
    const std::int64_t from = std::max<std::int64_t>(0, hit.column - kBefore);
    QByteArray bytes = m_reader->file().read(hit.begin.value + from, kAround);
    const qsizetype newline = bytes.indexOf('\n');
    if (newline >= 0)
        bytes.truncate(newline);
    if (m_hidden) { // from the line's begin where that is near: what stands where is known then
        constexpr std::int64_t kNear = std::int64_t{64} * 1024;
        const std::int64_t back = from <= kNear ? from : 0;
        const QByteArray before = m_reader->file().read(hit.begin.value + from - back, back);
        bytes = ndjson::maskedValues(before + bytes, back == from).mid(back);
    }
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    const qsizetype match = std::min<qsizetype>(hit.column - from, bytes.size());
    const qsizetype end = std::min<qsizetype>(match + hit.length, bytes.size());
    // Cut in the middle of a character at the left: those bytes are not shown.
    qsizetype begin = 0;
    while (from > 0 && begin < match && ndjson::isContinuation(bytes.at(begin)))
        ++begin;
    const auto text = [&bytes](qsizetype a, qsizetype b) {
        return ndjson::visibleText(QString::fromUtf8(QByteArrayView(bytes).sliced(a, b - a)));
    };
    const QString before = (from > 0 ? QStringLiteral("…") : QString()) + text(begin, match);
    const QString matched = text(match, end);
    return {before + matched + text(end, bytes.size()), before.size(), matched.size()};
}

QVariant SearchHitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ndjson::Hit &hit = m_find.hits()[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DisplayRole && index.column() == Line)
        return QLocale().toString(static_cast<qlonglong>(hit.line.shown()));
    if (role != Qt::DisplayRole && role != MatchBeginRole && role != MatchLengthRole)
        return {};
    const Excerpt excerpt = excerptOf(hit);
    if (role == MatchBeginRole)
        return excerpt.matchBegin;
    return role == MatchLengthRole ? QVariant(excerpt.matchLength) : QVariant(excerpt.text);
}

QVariant SearchHitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Line") : tr("Text");
}

} // namespace waybill::ui
