// SPDX-License-Identifier: Apache-2.0
#include "flows/text_lines.h"

#include "flows/run_words.h"
#include "flows/text_blocks.h"

namespace waybill::flows {

Result<> forEachLine(const QString &path, const ndjson::LineSplitter::Tell &tell, const std::stop_token &stop)
{
    auto blocks = TextBlocks::open(path);
    if (!blocks)
        return failure(blocks.error());
    ndjson::LineSplitter lines;
    while (!stop.stop_requested()) {
        const auto block = blocks->next();
        if (!block)
            return failure(block.error());
        if (block->isEmpty()) {
            lines.finish(tell);
            return {};
        }
        if (!lines.add(*block, tell))
            return {};
    }
    return failure(ErrorCode::Cancelled, RunWords::tr("Stopped."), path);
}

} // namespace waybill::flows
