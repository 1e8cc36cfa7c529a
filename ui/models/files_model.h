// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"
#include "models/tone.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace waybill::ui {

/// One group or the whole: what the bars and the group rows say.
struct FilesTotal {
    std::int64_t files = 0;
    std::int64_t verified = 0;
    std::int64_t failed = 0; ///< failed or missing
    std::int64_t active = 0;
    std::int64_t lines = 0;
    std::int64_t problems = 0;
    ByteCount received;
    std::optional<ByteCount> expected; ///< only when the size of every file is known
    double bytesPerSecond = 0;
    /// By bytes when they are known, otherwise by files.
    double fraction() const;
    friend bool operator==(const FilesTotal &, const FilesTotal &) = default;
};

QString fileStateWord(flows::FileState state); ///< translated
Tone toneOf(flows::FileState state);

/// The files of a run as a tree: group (a resource type; errors and deletions on top) -> files. Updates in
/// place, so that 20 000 files keep selection and scroll position; resets only for another run.
class FilesModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, State, Lines, Expected, Size, Speed, Verified, ColumnCount };

    explicit FilesModel(QObject *parent = nullptr);

    /// @param now for speeds and "retry in …"
    void setFiles(const QString &runId, const QList<flows::FileProgress> &files, Instant now);
    FilesTotal total() const;
    /// The file behind an index; null for a group.
    const flows::FileProgress *file(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant alignment(int column);
    struct Row {
        flows::FileProgress file;
        double bytesPerSecond = 0;
        Instant measuredAt{};
        std::int64_t measuredBytes = 0;
    };
    struct Group {
        flows::FileKind kind = flows::FileKind::Output;
        QString type;
        std::vector<Row> rows;
        FilesTotal total;
    };
    struct Place {
        Group *group = nullptr;
        int row = -1;
    };

    // A file's index points to its group, a group's to nothing: stable when a group is inserted above.
    Group &groupFor(const flows::FileProgress &file); ///< inserts one where it belongs
    int rowOf(const Group &group) const;
    static const Group *groupOf(const QModelIndex &fileIndex);
    /// Takes files from `first` on that belong to one group; returns how many.
    qsizetype append(const QList<flows::FileProgress> &files, qsizetype first);
    void measure(Row &row, Instant now);
    void updateTotals();
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant fileData(const Row &row, int column, int role) const;
    QVariant fileToolTip(const Row &row, int column) const;
    QVariant fileText(const Row &row, int column) const;
    QString stateText(const Row &row) const;

    QString m_runId;
    Instant m_now{};
    std::vector<std::unique_ptr<Group>> m_groups; ///< a few dozen at most
    std::vector<Place> m_places; ///< of the n-th file of the list
    QList<flows::FileProgress> m_files; ///< as given last
};

} // namespace waybill::ui
