// SPDX-License-Identifier: Apache-2.0
#include "downloads/file_pipeline.h"

#include "ndjson/id_set.h"

namespace waybill::downloads {
namespace {

/// Ids remembered per file, to find one that comes twice (BD-171): 8 MiB. Beyond that a note says so.
constexpr std::int64_t kRememberedIds = 700'000;

ndjson::Expectation expectationFor(const FileTask &task)
{
    ndjson::Expectation expectation;
    if (!task.type.isEmpty() && task.type != QLatin1String("unknown"))
        expectation.resourceType = task.type;
    expectation.headersAllowed = task.headersAllowed;
    expectation.collectPatientIds = task.collectPatientIds;
    expectation.ids = std::make_shared<ndjson::IdSet>(kRememberedIds);
    return expectation;
}

} // namespace

FilePipeline::FilePipeline(const FileTask &task, PartFile &file, std::int64_t maxRatio)
    : m_file(file)
    , m_maxRatio(maxRatio)
    , m_checker(expectationFor(task))
{
}

FilePipeline::~FilePipeline() = default;

void FilePipeline::replay(QByteArrayView onDisk)
{
    m_decoded += onDisk.size();
    m_hash.add(onDisk);
    m_checker.add(onDisk);
    if (m_start.size() < kStartBytes)
        m_start.append(onDisk.first(std::min(onDisk.size(), kStartBytes - m_start.size())).toByteArray());
}

void FilePipeline::begin(int layers, bool resumed)
{
    m_decoder.reset();
    if (resumed)
        return;
    http::DecodeLimits limits;
    limits.maxRatio = m_maxRatio;
    m_decoder = std::make_unique<http::ContentDecoder>(
        layers, [this](QByteArrayView bytes) { return write(bytes); }, limits);
}

Result<> FilePipeline::add(QByteArrayView received)
{
    return m_decoder ? m_decoder->add(received) : write(received);
}

Result<> FilePipeline::write(QByteArrayView decoded)
{
    const std::int64_t before = m_file.size();
    auto written = m_file.write(decoded);
    // What reached the file is hashed, also when the disk became full in the middle: hash and file agree.
    replay(decoded.first(static_cast<qsizetype>(m_file.size() - before)));
    return written;
}

Result<> FilePipeline::finishDecoding()
{
    return m_decoder ? m_decoder->finish() : Result<>();
}

std::int64_t FilePipeline::decoded() const
{
    return m_decoded;
}

bool FilePipeline::usesGzip() const
{
    return m_decoder && m_decoder->usesGzip();
}

bool FilePipeline::sniffedGzip() const
{
    return m_decoder && m_decoder->sniffedGzip();
}

std::int64_t FilePipeline::lines() const
{
    return m_checker.lines();
}

std::int64_t FilePipeline::problemCount() const
{
    return m_checker.problemCount();
}

ndjson::CheckSummary FilePipeline::finishLines()
{
    return m_checker.finish();
}

QString FilePipeline::finishHash()
{
    return QString::fromLatin1(m_hash.result().toHex());
}

} // namespace waybill::downloads
