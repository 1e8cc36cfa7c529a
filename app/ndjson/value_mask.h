// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_source.h"

#include <memory>

namespace waybill::ndjson {

/// The piece of a line with its values hidden: names, ids, dates, numbers and free text become '*', byte for
/// byte, so that columns stay where they are. Keys, structure and what says nothing of a person stay:
/// resource types, code systems, codes, units, states. Works by the words alone, so also on lines that are
/// not JSON: what it does not know, it hides. `fromStart`: the piece begins where the line does.
QByteArray maskedValues(QByteArrayView piece, bool fromStart);

/// True for keys whose values may be seen: "code", "system", "status", …
bool isHarmlessKey(QByteArrayView key);

/// Lines with their values hidden. What is shown, spoken and copied comes from here.
class MaskedLines final : public LineSource
{
public:
    explicit MaskedLines(std::shared_ptr<const LineSource> source);

    std::int64_t lineCount() const override { return m_source->lineCount(); }
    QList<LineText> lines(LineNumber first, int count, Clip clip) const override;
    LineNumber numberOf(std::int64_t row) const override { return m_source->numberOf(row); }
    std::int64_t rowOf(LineNumber number) const override { return m_source->rowOf(number); }

private:
    std::shared_ptr<const LineSource> m_source;
};

} // namespace waybill::ndjson
