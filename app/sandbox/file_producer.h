// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/export_plan.h"

#include <cstdint>
#include <memory>
#include <string>

namespace waybill::sandbox {

/// What is wrong with a file's bytes on purpose. `line` is 0-based.
struct Blemishes {
    bool badLine = false;
    bool wrongType = false;
    bool notUtf8 = false;
    bool cutGzip = false; ///< leave out the last 8 bytes: CRC and length
    bool errorSeverity = false; ///< the error file speaks of errors, not of information

    friend bool operator==(const Blemishes &, const Blemishes &) = default;
};

/// Everything a file's bytes follow from. Copies are cheap to keep for as long as a download runs.
struct FileRecipe {
    std::shared_ptr<const World> world;
    std::shared_ptr<const ExportRequest> request;
    Moment at;
    PlannedFile file;
    Blemishes blemishes;
    bool gzip = false;
};

/// Makes a file's bytes piece by piece; holds one piece. The same recipe always gives the same bytes.
class FileProducer
{
public:
    explicit FileProducer(FileRecipe recipe);
    ~FileProducer();
    FileProducer(const FileProducer &) = delete;
    FileProducer &operator=(const FileProducer &) = delete;

    /// The next piece, about 64 KiB; empty at the end. Valid until the next call.
    const std::string &next();

private:
    struct Deflater;

    void fillWithLines();
    void addPatient(const Chart &chart);
    void addBlock(const Chart &chart);
    void addWhole();
    void endOfLine();
    void compress();

    FileRecipe m_recipe;
    std::int64_t m_patient;
    std::int64_t m_line = 0;
    std::size_t m_lineStart = 0;
    bool m_linesDone = false;
    bool m_done = false;
    std::string m_lines;
    std::string m_piece;
    std::unique_ptr<Deflater> m_deflater;
};

/// Runs through the whole file to learn its length.
std::int64_t measure(const FileRecipe &recipe);

} // namespace waybill::sandbox
