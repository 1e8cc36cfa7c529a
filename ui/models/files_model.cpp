// SPDX-License-Identifier: Apache-2.0
#include "models/files_model.h"

#include "models/formatting.h"

#include <algorithm>

namespace waybill::ui {
namespace {

using flows::FileKind;
using flows::FileProgress;
using flows::FileState;

constexpr std::chrono::milliseconds kMeasureEvery{500};
constexpr double kSmoothing = 0.4; ///< weight of the newest speed

int order(FileKind kind)
{
    return kind == FileKind::Error ? 0 : kind == FileKind::Deleted ? 1 : 2; // what needs eyes is on top
}

void add(FilesTotal &total, const FileProgress &file, double speed)
{
    ++total.files;
    total.verified += file.state == FileState::Verified ? 1 : 0;
    total.failed += file.state == FileState::Failed || file.state == FileState::Missing ? 1 : 0;
    total.active += file.state == FileState::Downloading || file.state == FileState::Verifying ? 1 : 0;
    total.lines += file.lines;
    total.problems += file.problemCount;
    total.received.value += file.received.value;
    total.bytesPerSecond += speed;
    const bool finished = file.state == FileState::Verified;
    const auto expected = finished ? std::optional(file.received) : file.total;
    if (total.files == 1)
        total.expected = expected;
    else if (total.expected && expected)
        total.expected->value += expected->value;
    else
        total.expected.reset();
}

} // namespace

double FilesTotal::fraction() const
{
    if (expected && expected->value > 0)
        return std::min(1.0, static_cast<double>(received.value) / static_cast<double>(expected->value));
    return files == 0 ? 0 : static_cast<double>(verified) / static_cast<double>(files);
}

QString fileStateWord(FileState state)
{
    switch (state) {
    case FileState::Waiting: return FilesModel::tr("waiting");
    case FileState::Downloading: return FilesModel::tr("downloading");
    case FileState::Retrying: return FilesModel::tr("retrying");
    case FileState::Paused: return FilesModel::tr("paused");
    case FileState::Verifying: return FilesModel::tr("verifying");
    case FileState::Verified: return FilesModel::tr("verified");
    case FileState::Failed: return FilesModel::tr("failed");
    case FileState::Missing: return FilesModel::tr("missing");
    }
    Q_UNREACHABLE();
}

Tone toneOf(FileState state)
{
    switch (state) {
    case FileState::Waiting: return Tone::Neutral;
    case FileState::Downloading:
    case FileState::Verifying: return Tone::Accent;
    case FileState::Retrying:
    case FileState::Paused: return Tone::Waiting;
    case FileState::Verified: return Tone::Ok;
    case FileState::Failed:
    case FileState::Missing: return Tone::Failure;
    }
    Q_UNREACHABLE();
}

FilesModel::FilesModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void FilesModel::setFiles(const QString &runId, const QList<FileProgress> &files, Instant now)
{
    const auto same = [](const FileProgress &a, const FileProgress &b) {
        return a.kind == b.kind && a.number == b.number && a.type == b.type;
    };
    const auto known = std::min(files.size(), m_files.size());
    const bool another = runId != m_runId || files.size() < m_files.size()
        || !std::equal(files.begin(), files.begin() + known, m_files.begin(), same);
    m_now = now;
    if (another) {
        beginResetModel();
        m_groups.clear();
        m_places.clear();
        m_files.clear();
        m_runId = runId;
        endResetModel();
    }
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const Place place = m_places.at(static_cast<std::size_t>(i));
        Row &row = place.group->rows.at(static_cast<std::size_t>(place.row));
        const double speed = row.bytesPerSecond;
        const bool changed = row.file != files.at(i);
        if (changed)
            row.file = files.at(i);
        measure(row, now);
        if (changed || speed != row.bytesPerSecond || row.file.retryAt) {
            Q_EMIT dataChanged(
                createIndex(place.row, 0, place.group), createIndex(place.row, ColumnCount - 1, place.group));
        }
    }
    for (qsizetype i = m_files.size(); i < files.size();)
        i += append(files, i);
    m_files = files;
    updateTotals();
}

void FilesModel::measure(Row &row, Instant now)
{
    const bool moving = row.file.state == FileState::Downloading;
    if (!moving || row.measuredAt == Instant{} || row.file.received.value < row.measuredBytes) {
        row.measuredAt = now;
        row.measuredBytes = row.file.received.value;
        row.bytesPerSecond = 0;
        return;
    }
    const auto elapsed = now - row.measuredAt;
    if (elapsed < kMeasureEvery)
        return;
    const double speed = static_cast<double>(row.file.received.value - row.measuredBytes)
        / std::chrono::duration<double>(elapsed).count();
    row.bytesPerSecond =
        row.bytesPerSecond <= 0 ? speed : kSmoothing * speed + (1 - kSmoothing) * row.bytesPerSecond;
    row.measuredAt = now;
    row.measuredBytes = row.file.received.value;
}

FilesModel::Group &FilesModel::groupFor(const FileProgress &file)
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const auto &group) {
        return group->kind == file.kind && (group->type == file.type || group->kind != FileKind::Output);
    });
    if (found != m_groups.end())
        return **found;
    const auto before = std::find_if(m_groups.begin(), m_groups.end(),
        [&](const auto &group) { return order(group->kind) > order(file.kind); });
    const auto row = static_cast<int>(before - m_groups.begin());
    auto group = std::make_unique<Group>();
    group->kind = file.kind;
    group->type = file.type;
    Group &added = *group;
    beginInsertRows({}, row, row);
    m_groups.insert(before, std::move(group));
    endInsertRows();
    return added;
}

qsizetype FilesModel::append(const QList<FileProgress> &files, qsizetype first)
{
    const FileProgress &head = files.at(first);
    qsizetype count = 1;
    while (first + count < files.size() && files.at(first + count).kind == head.kind
        && files.at(first + count).type == head.type)
        ++count;
    Group &group = groupFor(head);
    const auto row = static_cast<int>(group.rows.size());
    beginInsertRows(index(rowOf(group), 0), row, row + static_cast<int>(count) - 1);
    for (qsizetype i = 0; i < count; ++i) {
        const FileProgress &file = files.at(first + i);
        group.rows.push_back({file, 0, m_now, file.received.value});
        m_places.push_back({&group, row + static_cast<int>(i)});
    }
    endInsertRows();
    return count;
}

void FilesModel::updateTotals()
{
    for (const auto &group : m_groups) {
        FilesTotal total;
        for (const Row &row : group->rows)
            add(total, row.file, row.bytesPerSecond);
        if (total == group->total)
            continue;
        group->total = total;
        const int row = rowOf(*group);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int FilesModel::rowOf(const Group &group) const
{
    const auto found = std::find_if(
        m_groups.begin(), m_groups.end(), [&](const auto &candidate) { return candidate.get() == &group; });
    return static_cast<int>(found - m_groups.begin());
}

const FilesModel::Group *FilesModel::groupOf(const QModelIndex &fileIndex)
{
    return static_cast<const Group *>(fileIndex.constInternalPointer());
}

FilesTotal FilesModel::total() const
{
    FilesTotal total;
    for (const auto &group : m_groups)
        for (const Row &row : group->rows)
            add(total, row.file, row.bytesPerSecond);
    return total;
}

const FileProgress *FilesModel::file(const QModelIndex &index) const
{
    if (!index.isValid() || groupOf(index) == nullptr)
        return nullptr;
    return &groupOf(index)->rows.at(static_cast<std::size_t>(index.row())).file;
}

QModelIndex FilesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Group *group =
        parent.isValid() ? m_groups.at(static_cast<std::size_t>(parent.row())).get() : nullptr;
    return createIndex(row, column, group);
}

QModelIndex FilesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || groupOf(child) == nullptr)
        return {};
    return createIndex(rowOf(*groupOf(child)), 0);
}

int FilesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (groupOf(parent) != nullptr || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups.at(static_cast<std::size_t>(parent.row()))->rows.size());
}

int FilesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case State: return tr("State");
    case Lines: return tr("Lines");
    case Expected: return tr("Expected");
    case Size: return tr("Size");
    case Speed: return tr("Speed");
    case Verified: return tr("SHA-256");
    default: return {};
    }
}

} // namespace waybill::ui
