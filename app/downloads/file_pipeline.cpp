// SPDX-License-Identifier: Apache-2.0
#include "downloads/file_pipeline.h"

#include "downloads/storage_error.h"
#include "downloads/words.h"

namespace waybill::downloads {
namespace {

ndjson::Expectation expectationFor(const FileTask &task)
{
    ndjson::Expectation expectation;
    if (!task.type.isEmpty() && task.type != QLatin1String("unknown"))
        expectation.resourceType = task.type;
    expectation.headersAllowed = task.headersAllowed;
    expectation.blankLinesAreProblems = task.blankLinesAreProblems;
    return expectation;
}

} // namespace

FilePipeline::FilePipeline(
    const FileTask &task, PartFile &file, ContentFollower &follower, std::int64_t maxRatio)
    : m_file(file)
    , m_follower(follower)
    , m_expectation(expectationFor(task))
    , m_comparesIds(task.kind == FileKind::Output)
    , m_maxRatio(maxRatio)
{
}

FilePipeline::~FilePipeline()
{
    if (m_followed)
        m_follower.drop(m_followed);
}

Result<> FilePipeline::follow()
{
    auto reader = m_file.duplicate();
    if (!reader)
        return failure(reader.error());
    m_followed = m_follower.follow(*reader, m_expectation, m_comparesIds);
    return {};
}

Result<> FilePipeline::replay(std::int64_t size)
{
    if (auto followed = follow(); !followed)
        return followed;
    m_decoded = size;
    m_follower.grow(m_followed, size);
    return {};
}

Result<> FilePipeline::begin(int layers, bool resumed)
{
    m_decoder.reset();
    if (!resumed) {
        http::DecodeLimits limits;
        limits.maxRatio = m_maxRatio;
        m_decoder = std::make_unique<http::ContentDecoder>(
            layers, [this](QByteArrayView bytes) { return write(bytes); }, limits);
    }
    return m_followed ? Result<>() : follow();
}

Result<> FilePipeline::add(QByteArrayView received)
{
    auto done = m_decoder ? m_decoder->add(received) : write(received);
    m_follower.waitForJudge(m_followed);
    return done;
}

Result<> FilePipeline::write(QByteArrayView decoded)
{
    auto written = m_file.write(decoded);
    m_decoded = m_file.size(); // also what reached the file before the disk was full
    m_follower.grow(m_followed, m_decoded);
    return written;
}

Result<> FilePipeline::finishDecoding()
{
    return m_decoder ? m_decoder->finish() : Result<>();
}

void FilePipeline::whenJudged(QObject *context, std::function<void()> done)
{
    m_follower.whenJudged(m_followed, context, std::move(done));
}

void FilePipeline::whenEnded(QObject *context, std::function<void()> done)
{
    m_follower.whenEnded(m_followed, context, std::move(done));
}

std::int64_t FilePipeline::judged() const
{
    return m_followed ? m_followed->judged() : 0;
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
    return m_followed ? m_followed->lines() : 0;
}

std::int64_t FilePipeline::problemCount() const
{
    return m_followed ? m_followed->problemCount() : 0;
}

Result<> FilePipeline::readBack() const
{
    if (m_followed->readError() != 0)
        return storageFailure(
            m_followed->readError(), Words::tr("The file could not be read."), m_file.place());
    if (m_followed->isShort()) {
        return failure(ErrorCode::ProtocolMismatch,
            Words::tr("The file became shorter while it was fetched; does somebody else work on it?"),
            m_file.place());
    }
    return {};
}

void FilePipeline::accept()
{
    m_follower.keepIds(m_followed);
}

const ndjson::CheckSummary &FilePipeline::lineSummary() const
{
    return m_followed->lineSummary();
}

QString FilePipeline::sha256() const
{
    return m_followed->sha256();
}

QByteArray FilePipeline::start() const
{
    return m_followed->start();
}

} // namespace waybill::downloads
