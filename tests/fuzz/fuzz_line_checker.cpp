// SPDX-License-Identifier: Apache-2.0
#include "ndjson/id_set.h"
#include "ndjson/line_checker.h"

#include <algorithm>
#include <cstdlib>

using namespace waybill;

namespace {

ndjson::CheckSummary check(QByteArrayView bytes, qsizetype piece)
{
    ndjson::Expectation expectation;
    expectation.resourceType = QStringLiteral("Patient");
    expectation.headersAllowed = true;
    expectation.ids = std::make_shared<ndjson::IdSet>(100);
    ndjson::LineChecker checker(expectation);
    while (!bytes.isEmpty()) {
        const qsizetype now = piece == 0 ? bytes.size() : std::min(piece, bytes.size());
        checker.add(bytes.first(now));
        bytes = bytes.sliced(now);
    }
    return checker.finish();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size - 1));
    const auto whole = check(bytes, 0);
    const auto pieces = check(bytes, data[0]);
    if (whole.bytes != bytes.size() || pieces.bytes != whole.bytes || pieces.lines != whole.lines
        || pieces.blankLines != whole.blankLines || pieces.problemCount != whole.problemCount
        || pieces.resources != whole.resources || pieces.endsWithNewline != whole.endsWithNewline)
        std::abort();
    if (whole.problems.size() > 1000 || whole.problems.size() > whole.problemCount)
        std::abort();
    for (qsizetype i = 0; i < whole.problems.size(); ++i) {
        if (whole.problems.at(i).message != pieces.problems.at(i).message)
            std::abort();
    }
    const auto feeds = std::count(bytes.begin(), bytes.end(), '\n');
    if (whole.lines + whole.blankLines > feeds + 1)
        std::abort();
    return 0;
}
