// SPDX-License-Identifier: Apache-2.0
#include "flows/inspect_files.h"
#include "flows/text_blocks.h"
#include "ndjson/line_finder.h"
#include "ndjson/line_judge.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace waybill::flows {
namespace {

constexpr std::int64_t kLongestLine = std::int64_t{64} * 1024 * 1024; ///< as the check (BD-167)

/// Looks at the lines that hold the id somewhere and stops at the one that is the resource.
class Search
{
public:
    Search(const QString &type, const QString &id, const std::stop_token &stop)
        : m_type(type.toUtf8())
        , m_id(id.toUtf8())
        , m_forward(stop, [this] { m_stop.request_stop(); })
    {
    }

    /// False: the disk failed.
    bool in(const ndjson::SourceFile &file, const ndjson::SearchPattern &pattern)
    {
        const auto look = [this, &file](const ndjson::FindBatch &batch) {
            for (const ndjson::Hit &hit : batch.hits) {
                if (!found && isIt(file, hit.begin.value)) {
                    found = hit.line;
                    m_stop.request_stop();
                }
            }
        };
        return ndjson::findInFile(file, file.stamp().size, pattern, look, m_stop.get_token());
    }

    std::optional<LineNumber> found;

private:
    bool isIt(const ndjson::SourceFile &file, std::int64_t begin)
    {
        QByteArray line;
        constexpr qsizetype kFirst = qsizetype{16} * 1024;
        for (qsizetype length = kFirst; length <= kLongestLine; length *= 4) {
            line = file.read(begin, length);
            const qsizetype newline = line.indexOf('\n');
            if (newline >= 0)
                line.truncate(newline);
            if (newline >= 0 || line.size() < length)
                break;
        }
        const ndjson::LineVerdict verdict = m_judge.judge(line);
        return !verdict.problem && verdict.id == m_id && (m_type.isEmpty() || verdict.resourceType == m_type);
    }

    QByteArray m_type;
    QByteArray m_id;
    ndjson::LineJudge m_judge;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_forward; ///< last: it may run at once
};

/// The files worth looking into, the likeliest first.
std::vector<int> filesFor(const QList<RunFile> &files, const QString &type, int first)
{
    std::vector<int> order;
    for (const bool byName : {true, false}) { // the files that say so first
        for (int i = 0; i < files.size(); ++i) {
            const RunFile &file = files.at(i);
            const bool named = type.isEmpty() || file.type == type;
            if (file.part == RunFilePart::Output && (byName ? named : !named && file.type.isEmpty()))
                order.push_back(i);
        }
    }
    std::stable_partition(order.begin(), order.end(), [first](int i) { return i == first; });
    return order;
}

} // namespace

Result<std::optional<FoundResource>> findResource(const QList<RunFile> &files, const QString &type,
    const QString &id, const std::stop_token &stop, int first)
{
    const QString expression = QStringLiteral("\"id\"\\s*:\\s*\"%1\"").arg(QRegularExpression::escape(id));
    const auto pattern = ndjson::SearchPattern::compile({expression, true, true, false});
    if (!pattern)
        return tl::unexpected(pattern.error());
    for (const int i : filesFor(files, type, first)) {
        if (stop.stop_requested())
            break;
        const RunFile &file = files.at(i);
        const auto text = openText(file.path, stop);
        if (!text)
            return tl::unexpected(text.error());
        Search search(type, id, stop);
        if (!search.in(**text, *pattern)) {
            return failure(ErrorCode::Storage,
                QCoreApplication::translate("InspectFiles", "The disk failed while the file was searched."),
                QFileInfo(file.path).fileName());
        }
        if (search.found)
            return FoundResource{i, *search.found};
    }
    return std::nullopt;
}

} // namespace waybill::flows
