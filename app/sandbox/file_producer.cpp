// SPDX-License-Identifier: Apache-2.0
#include "sandbox/file_producer.h"

#include "sandbox/synthetic/resources.h"

#include <algorithm>
#include <array>
#include <utility>
#include <zlib.h>

namespace waybill::sandbox {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;
constexpr int kGzipWindow = 15 + 16; ///< zlib: 16 asks for the gzip wrapper
constexpr std::size_t kGzipTrailerBytes = 8;

} // namespace

struct FileProducer::Deflater {
    z_stream stream{};
    bool ready = false;

    Deflater()
    {
        ready = deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Deflater() { deflateEnd(&stream); }
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;
};

FileProducer::FileProducer(FileRecipe recipe)
    : m_recipe(std::move(recipe))
    , m_patient(m_recipe.file.first)
{
    if (m_recipe.gzip)
        m_deflater = std::make_unique<Deflater>();
}

FileProducer::~FileProducer() = default;

const std::string &FileProducer::next()
{
    m_piece.clear();
    while (m_piece.empty() && !m_done) {
        m_lines.clear();
        fillWithLines();
        if (m_recipe.gzip) {
            compress();
        } else {
            m_piece.swap(m_lines);
            m_done = m_linesDone;
        }
    }
    return m_piece;
}

void FileProducer::fillWithLines()
{
    m_lineStart = 0;
    const PlannedFile &file = m_recipe.file;
    if (file.section == Section::Error || isAdministrative(file.kind)) {
        addWhole();
        m_linesDone = true;
        return;
    }
    while (m_lines.size() < kPieceBytes && m_patient < file.last) {
        const Chart chart(*m_recipe.world, m_patient++, m_recipe.at);
        if (!takesPart(*m_recipe.request, chart))
            continue;
        if (m_recipe.request->organizedByPatient && file.section == Section::Output)
            addBlock(chart);
        else
            addPatient(chart);
    }
    m_linesDone = m_patient >= file.last;
}

void FileProducer::addPatient(const Chart &chart)
{
    JsonLine line(m_lines);
    const ExportRequest &request = *m_recipe.request;
    const Kind kind = m_recipe.file.kind;
    if (m_recipe.file.section == Section::Deleted) {
        if (chart.hasDeletion() && isWanted(request, chart.deletedAt())) {
            writeDeletion(line, chart);
            endOfLine();
        }
        return;
    }
    for (int i = 0; i < chart.count(kind); ++i) {
        if (!isWanted(request, chart.lastUpdated(kind, i)))
            continue;
        writeResource(line, chart, kind, i);
        endOfLine();
    }
}

/// The header and the patient's resources, or the part of them that stands in this file.
void FileProducer::addBlock(const Chart &chart)
{
    const PlannedFile &file = m_recipe.file;
    std::int64_t elsewhere = chart.patient() == file.first ? file.skipped : 0;
    JsonLine line(m_lines);
    bool opened = false;
    for (const Kind kind : m_recipe.request->kinds) {
        for (int i = 0; !isAdministrative(kind) && i < chart.count(kind) && m_line < file.lines; ++i) {
            if (!isWanted(*m_recipe.request, chart.lastUpdated(kind, i)) || elsewhere-- > 0)
                continue;
            if (!std::exchange(opened, true)) {
                writeBlockHeader(line, chart);
                m_lineStart = m_lines.size();
            }
            writeResource(line, chart, kind, i);
            endOfLine();
        }
    }
}

void FileProducer::addWhole()
{
    JsonLine line(m_lines);
    if (m_recipe.file.section == Section::Error) {
        const bool severe = m_recipe.blemishes.errorSeverity;
        for (std::int64_t i = 0; i < m_recipe.file.lines; ++i) {
            writeOutcome(line, severe ? "error" : "information", severe ? "exception" : "informational",
                severe ? "2 Observation resources could not be written."
                       : "Charts without a visit in the last six years were left out.");
            endOfLine();
        }
    } else if (m_recipe.file.kind == Kind::Group) {
        m_lines += m_recipe.request->groupLine + '\n';
        endOfLine();
    } else {
        for (std::int64_t i = 0; i < m_recipe.file.lines; ++i) {
            writeAdministrative(line, *m_recipe.world, m_recipe.file.kind, static_cast<int>(i));
            endOfLine();
        }
    }
}

/// Spoils the line that was just written, if it is the one: the second, or the only one.
void FileProducer::endOfLine()
{
    const std::int64_t spoiled = std::min<std::int64_t>(1, m_recipe.file.lines - 1);
    if (m_line++ == spoiled) {
        const Blemishes &blemishes = m_recipe.blemishes;
        if (blemishes.badLine)
            m_lines.replace(m_lines.size() - 2, 1, ","); // the closing brace
        if (blemishes.wrongType)
            m_lines.replace(m_lineStart, m_lines.size() - m_lineStart,
                "{\"resourceType\":\"Basic\",\"id\":\"stray\",\"code\":{\"text\":\"not of this file\"}}\n");
        if (blemishes.notUtf8)
            m_lines.insert(m_lines.size() - 2,
                ",\"note\":\"Casta\xF1"
                "er\"");
    }
    m_lineStart = m_lines.size();
}

void FileProducer::compress()
{
    z_stream &stream = m_deflater->stream;
    if (!m_deflater->ready) {
        m_done = true;
        return;
    }
    stream.next_in = reinterpret_cast<Bytef *>(m_lines.data());
    stream.avail_in = static_cast<uInt>(m_lines.size());
    std::array<char, 1U << 15U> buffer{};
    int result = Z_OK;
    do {
        stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        result = deflate(&stream, m_linesDone ? Z_FINISH : Z_NO_FLUSH);
        m_piece.append(buffer.data(), buffer.size() - stream.avail_out);
    } while (stream.avail_out == 0);
    m_done = m_linesDone && result == Z_STREAM_END;
    if (m_done && m_recipe.blemishes.cutGzip)
        m_piece.resize(m_piece.size() - std::min(m_piece.size(), kGzipTrailerBytes));
}

std::int64_t measure(const FileRecipe &recipe)
{
    FileProducer producer(recipe);
    std::int64_t bytes = 0;
    for (;;) {
        const std::string &piece = producer.next();
        if (piece.empty())
            return bytes;
        bytes += static_cast<std::int64_t>(piece.size());
    }
}

} // namespace waybill::sandbox
