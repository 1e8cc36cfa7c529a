// SPDX-License-Identifier: Apache-2.0
#include "practices/migrations.h"

#include "practices/database.h"
#include "practices/words.h"

#include <array>

namespace waybill::practices {
namespace {

constexpr std::array kFirst{
    R"(CREATE TABLE profiles (
            id TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL,
            body TEXT NOT NULL) STRICT)", // practices::Profile as JSON
    R"(CREATE TABLE keys (
            thumbprint TEXT PRIMARY KEY NOT NULL,
            kid TEXT NOT NULL,
            algorithm TEXT NOT NULL,
            place_kind TEXT NOT NULL,
            place TEXT NOT NULL,
            created_at TEXT NOT NULL,
            environment TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE runs (
            id TEXT PRIMARY KEY NOT NULL,
            base_url TEXT NOT NULL,
            grp TEXT NOT NULL,
            profile_id TEXT NOT NULL,
            batch TEXT NOT NULL,
            place INTEGER NOT NULL,
            directory TEXT NOT NULL,
            request TEXT NOT NULL,
            state TEXT NOT NULL,
            phase TEXT NOT NULL,
            started_ms INTEGER,
            next_poll_ms INTEGER,
            finished_ms INTEGER,
            outcome TEXT,
            reason TEXT NOT NULL,
            closed INTEGER NOT NULL) STRICT)", // times: ms since 1970, UTC
    "CREATE INDEX runs_by_key ON runs (base_url, grp, id)",
    "CREATE INDEX runs_open ON runs (id) WHERE closed = 0",
    R"(CREATE TABLE polls (
            run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            http_status INTEGER NOT NULL,
            latency_ms INTEGER NOT NULL,
            server_text TEXT NOT NULL,
            wait_reason TEXT NOT NULL,
            wait_s INTEGER NOT NULL,
            PRIMARY KEY (run_id, number)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE files (
            run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            number INTEGER NOT NULL,
            type TEXT NOT NULL,
            name TEXT NOT NULL,
            state TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            lines INTEGER NOT NULL,
            expected_count INTEGER,
            problem_count INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            reason TEXT NOT NULL,
            details TEXT NOT NULL,
            PRIMARY KEY (run_id, kind, number)) STRICT, WITHOUT ROWID)", // no links: they are secrets
    R"(CREATE TABLE watermarks (
            base_url TEXT NOT NULL,
            grp TEXT NOT NULL,
            type TEXT NOT NULL,
            value TEXT NOT NULL CHECK (value <> ''),
            run_id TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            PRIMARY KEY (base_url, grp, type)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE audit (
            number INTEGER PRIMARY KEY,
            at_ms INTEGER NOT NULL,
            who TEXT NOT NULL,
            what TEXT NOT NULL,
            base_url TEXT NOT NULL,
            grp TEXT NOT NULL,
            type TEXT NOT NULL,
            old_value TEXT NOT NULL,
            new_value TEXT NOT NULL,
            run_id TEXT NOT NULL,
            why TEXT NOT NULL) STRICT)",
    "CREATE INDEX audit_by_key ON audit (base_url, grp, number)",
    R"(CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END)",
    R"(CREATE TRIGGER audit_is_not_edited BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit is never edited'); END)",
};

/// Step n brings version n to n + 1. Published steps are never edited: add one.
QList<QStringList> steps()
{
    QStringList first;
    for (const char *statement : kFirst)
        first.append(QLatin1String(statement));
    return {first};
}

} // namespace

int schemaVersion()
{
    return static_cast<int>(steps().size());
}

Result<> migrate(Database &database)
{
    return database.transact([&database]() -> Result<> {
        const auto version = database.userVersion(); // read inside: another process may be migrating too
        if (!version)
            return failure(version.error());
        if (*version > schemaVersion()) {
            return failure(ErrorCode::Storage,
                Words::tr("The records were written by a newer Waybill; this one leaves them alone."),
                database.path(), Words::tr("Install the newer version again."));
        }
        const QList<QStringList> all = steps();
        for (int step = *version; step < all.size(); ++step) {
            if (const Result<> done = database.runAll(all.at(step)); !done)
                return done;
            // PRAGMA takes no bound values; the number is ours.
            const auto set = database.run(QStringLiteral("PRAGMA user_version=%1").arg(step + 1));
            if (!set)
                return failure(set.error());
        }
        return {};
    });
}

} // namespace waybill::practices
