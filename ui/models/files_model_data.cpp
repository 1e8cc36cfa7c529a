// SPDX-License-Identifier: Apache-2.0
#include "models/files_model.h"
#include "models/formatting.h"

/// What the cells of FilesModel say.
namespace waybill::ui {
namespace {

using flows::FileKind;
using flows::FileProgress;
using flows::FileState;

constexpr int kShaShown = 12; ///< characters; the whole one is in the tool tip and the details

QString groupName(FileKind kind, const QString &type)
{
    switch (kind) {
    case FileKind::Error: return FilesModel::tr("Errors the server reported");
    case FileKind::Deleted: return FilesModel::tr("Deleted since the last export");
    case FileKind::Output: return type;
    }
    Q_UNREACHABLE();
}

/// Of a running download whose size is known.
QVariant fractionOf(const FileProgress &file)
{
    if (file.state != FileState::Downloading || !file.total || file.total->value <= 0)
        return {};
    return static_cast<double>(file.received.value) / static_cast<double>(file.total->value);
}

QString groupState(const FilesTotal &total)
{
    if (total.failed > 0)
        return FilesModel::tr("%1 of %2 failed").arg(countText(total.failed), countText(total.files));
    if (total.verified == total.files)
        return FilesModel::tr("all %n file(s) verified", nullptr, static_cast<int>(total.files));
    return FilesModel::tr("%1 of %2 verified").arg(countText(total.verified), countText(total.files));
}

Tone groupTone(const FilesTotal &total)
{
    if (total.failed > 0)
        return Tone::Failure;
    if (total.verified == total.files)
        return Tone::Ok;
    return total.active > 0 || total.verified > 0 ? Tone::Accent : Tone::Neutral;
}

} // namespace

QVariant FilesModel::alignment(int column)
{
    const bool isNumber = column == Lines || column == Expected || column == Size || column == Speed;
    return QVariant(
        isNumber ? int{Qt::AlignRight | Qt::AlignVCenter} : int{Qt::AlignLeft | Qt::AlignVCenter});
}

QVariant FilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    const Group *group = groupOf(index);
    if (group == nullptr)
        return groupData(*m_groups.at(static_cast<std::size_t>(index.row())), index.column(), role);
    return fileData(group->rows.at(static_cast<std::size_t>(index.row())), index.column(), role);
}

QVariant FilesModel::groupData(const Group &group, int column, int role) const
{
    const FilesTotal &total = group.total;
    if (role == ToneRole && column == State)
        return static_cast<int>(groupTone(total));
    if (role == FractionRole && column == Size && total.verified < total.files)
        return total.fraction();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Name:
        return QStringLiteral("%1 (%2)").arg(groupName(group.kind, group.type), countText(total.files));
    case State: return groupState(total);
    case Lines: return total.lines > 0 ? countText(total.lines) : QString();
    case Size: return total.received.value > 0 ? sizeText(total.received) : QString();
    case Speed: return rateText(total.bytesPerSecond);
    default: return {};
    }
}

QString FilesModel::stateText(const Row &row) const
{
    const FileProgress &file = row.file;
    QString text = fileStateWord(file.state);
    if (file.state == FileState::Retrying && file.retryAt)
        text = tr("retrying in %1").arg(clockText(secondsLeft(*file.retryAt, m_now)));
    if (!file.reason.isEmpty())
        text = tr("%1: %2", "state of a file, then why").arg(text, file.reason);
    else if (file.state == FileState::Verified && file.problemCount > 0)
        text = tr("verified, %n line(s) with problems", nullptr, static_cast<int>(file.problemCount));
    return text;
}

QVariant FilesModel::fileData(const Row &row, int column, int role) const
{
    const FileProgress &file = row.file;
    if (role == IdRole)
        return file.name;
    if (role == ToneRole && column == State) {
        const bool doubtful = file.state == FileState::Verified && file.problemCount > 0;
        return static_cast<int>(doubtful ? Tone::Warning : toneOf(file.state));
    }
    if (role == FractionRole && column == Size)
        return fractionOf(file);
    if (role == Qt::ToolTipRole)
        return fileToolTip(row, column);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return fileText(row, column);
    return {};
}

QVariant FilesModel::fileToolTip(const Row &row, int column) const
{
    switch (column) {
    case State: return plainToolTip(stateText(row));
    case Size: return plainToolTip(exactSizeText(row.file.received));
    case Verified: return plainToolTip(row.file.sha256);
    default: return {};
    }
}

QVariant FilesModel::fileText(const Row &row, int column) const
{
    const FileProgress &file = row.file;
    switch (column) {
    case Name: return file.name;
    case State: return stateText(row);
    case Lines:
        return file.lines > 0 || file.state == FileState::Verified ? countText(file.lines) : QString();
    case Expected: return file.expectedCount ? countText(*file.expectedCount) : tr("not said");
    case Size: return file.received.value > 0 ? sizeText(file.received) : QString();
    case Speed: return rateText(row.bytesPerSecond);
    case Verified:
        return file.sha256.isEmpty() ? QString() : file.sha256.left(kShaShown) + QStringLiteral("…");
    default: return {};
    }
}

} // namespace waybill::ui
