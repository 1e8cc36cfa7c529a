// SPDX-License-Identifier: Apache-2.0
// What a job is compared with: earlier runs of the same Group, and the patients known so far.
#include "auth/scopes.h"
#include "flows/export_changes.h"
#include "flows/export_job.h"
#include "flows/run_facts.h"
#include "practices/store.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSet>

#include <cstdio>

namespace waybill::flows {
namespace {

const QString kPatient = QStringLiteral("Patient");
/// Hourly exports for a year; what is older than all of them is not looked at.
constexpr int kRunsLookedAt = 10'000;

bool counts(const practices::RunRecord &run)
{
    return run.outcome == Outcome::Complete || run.outcome == Outcome::CompleteWithErrors;
}

bool covers(const practices::RunRecord &run, const QString &type)
{
    const QStringList types = typesOf(run);
    return types.isEmpty() || types.contains(type);
}

bool isOutput(const practices::FileRecord &file)
{
    return file.kind == FileKind::Output && file.state == FileState::Verified;
}

QStringList outputTypes(const QList<practices::FileRecord> &files)
{
    QStringList types;
    for (const practices::FileRecord &file : files) {
        if (isOutput(file))
            types.append(file.type);
    }
    types.removeDuplicates();
    return types;
}

QStringList pathsOf(const QString &type, const QList<practices::FileRecord> &files, const QString &directory)
{
    QStringList paths;
    for (const practices::FileRecord &file : files) {
        if (isOutput(file) && file.type == type)
            paths.append(directory + QLatin1Char('/') + file.name);
    }
    return paths;
}

struct Earlier {
    QMap<QString, QStringList> files; ///< by type
    QMap<QString, QStringList> mixed; ///< by the type to look for in them
    QSet<QString> reached; ///< types whose last baseline is among them
    bool isAllReached = false;
};

void addRun(Earlier &earlier, const QStringList &asked, const practices::RunRecord &run,
    const QList<practices::FileRecord> &files)
{
    for (const QString &type : asked.isEmpty() ? outputTypes(files) : asked) {
        if (earlier.reached.contains(type) || !covers(run, type))
            continue;
        if (const QStringList paths = pathsOf(type, files, run.directory);
            !paths.isEmpty() && type != exports::kUnknownType)
            earlier.files[type] += paths;
        if (const QStringList paths = pathsOf(exports::kUnknownType, files, run.directory); !paths.isEmpty())
            earlier.mixed[type] += paths;
        if (sinceOf(run).isEmpty())
            earlier.reached.insert(type);
    }
    earlier.isAllReached = sinceOf(run).isEmpty() && typesOf(run).isEmpty();
}

} // namespace

QString ExportJob::roster() const
{
    const QByteArray name = QCryptographicHash::hash(
        (m_key.baseUrl + QLatin1Char('\n') + m_key.group).toUtf8(), QCryptographicHash::Sha1)
                                .toHex();
    return QStringLiteral("%1/patients/%2.ids")
        .arg(m_deps.practice.store.folder(), QString::fromLatin1(name));
}

QString ExportJob::nextRoster() const
{
    return roster() + QLatin1Char('.') + m_run.id;
}

/// The files of the complete runs that have the type, newest first, down to its last baseline. A type whose
/// baseline is not among them is left out: nothing is known of it. Without `asked` types all that ever came.
void ExportJob::addEarlierFiles(const QStringList &asked, ChangesCase &given) const
{
    Earlier earlier;
    const auto runs = m_deps.practice.store.runs(m_key, kRunsLookedAt);
    for (const practices::RunRecord &run : runs.value_or(QList<practices::RunRecord>())) {
        if (run.id == m_run.id || !counts(run) || exports::isNarrowed(requestOf(m_profile, run)))
            continue;
        const auto files = m_deps.practice.store.files(run.id);
        addRun(earlier, asked, run, files.value_or(QList<practices::FileRecord>()));
        if (earlier.isAllReached)
            break;
    }
    const auto isUnknown = [&earlier](const auto &row) {
        return !earlier.isAllReached && !earlier.reached.contains(row.key());
    };
    earlier.files.removeIf(isUnknown);
    earlier.mixed.removeIf(isUnknown);
    given.earlier = earlier.files;
    given.earlierMixed = earlier.mixed;
}

ChangesCase ExportJob::changesCase(const QList<practices::FileRecord> &files) const
{
    ChangesCase given;
    const bool isPart = !m_driver->state().job.pageProblem.isEmpty();
    if (isPart || exports::isNarrowed(requestOf(m_profile, m_run)))
        return given; // a part says nothing about the rest
    given.folder = m_folder.path();
    given.base = m_profile.fhirBaseUrl;
    given.isBaseline = sinceOf(m_run).isEmpty();
    for (const practices::FileRecord &file : files) {
        const QString path = m_folder.filePath(file.name);
        if (isOutput(file) && file.type == exports::kUnknownType)
            given.mixedFiles.append(path);
        else if (isOutput(file))
            given.files[file.type].append(path);
        else if (file.kind == FileKind::Deleted && file.state == FileState::Verified)
            given.deleted.append(path);
    }
    const QStringList asked = typesOf(m_run);
    if (given.isBaseline)
        addEarlierFiles(asked, given);
    const QStringList unreadable =
        m_client.granted.isEmpty() ? QStringList() : auth::unreadableTypes(asked, m_client.granted);
    for (const QString &type : unreadable) {
        given.earlier.remove(type); // left out, not gone
        given.earlierMixed.remove(type);
    }
    const bool hasPatients = given.files.contains(kPatient) || !given.mixedFiles.isEmpty();
    if (asked.isEmpty() ? hasPatients : asked.contains(kPatient)) {
        given.roster = roster();
        given.nextRoster = nextRoster();
    }
    return given;
}

void ExportJob::keepRoster()
{
    const QString next = nextRoster();
    if (!QFile::exists(next))
        return;
    // A crash before this leaves the older one: then some patients are called new once more.
    const bool keeps = m_run.outcome == Outcome::Complete
        && std::rename(QFile::encodeName(next).constData(), QFile::encodeName(roster()).constData()) == 0;
    if (!keeps)
        QFile::remove(next);
}

} // namespace waybill::flows
