// SPDX-License-Identifier: Apache-2.0
#include "ndjson/private_file.h"

#include "ndjson/source_file.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace waybill::ndjson {
namespace {

bool isSame(const FileStamp &a, const FileStamp &b)
{
    return a.exists && b.exists && a.device == b.device && a.inode == b.inode;
}

} // namespace

PrivateFile::PrivateFile(const QString &path, QString sentence)
    : m_file(path)
    , m_sentence(std::move(sentence))
{
}

Failure PrivateFile::failed(const QString &reason) const
{
    return failure(ErrorCode::Storage, m_sentence.arg(reason), QFileInfo(m_file.fileName()).fileName(),
        QCoreApplication::translate("Ndjson", "Choose another folder, or make room on the disk."));
}

Result<> PrivateFile::open(const SourceFile *source)
{
    const FileStamp target = stampOf(m_file.fileName());
    // An archive is read from its unpacked copy: its own name counts too.
    if (source != nullptr && (isSame(target, source->stamp()) || isSame(target, stampOf(source->path())))) {
        return failed(QCoreApplication::translate("Ndjson", "this is the file the lines are from."));
    }
    if (!m_file.open(QIODevice::WriteOnly)
        || !m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed(m_file.errorString());
    return {};
}

Result<> PrivateFile::write(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return failed(m_file.errorString());
    return {};
}

Result<> PrivateFile::commit()
{
    if (!m_file.commit())
        return failed(m_file.errorString());
    return {};
}

} // namespace waybill::ndjson
