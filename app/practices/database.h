// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <functional>

namespace waybill::practices {

/// One SQLite connection: prepared statements only, every failure an Error that names the file.
class Database
{
public:
    /// WAL, synchronous=FULL, foreign keys, 10 s of patience with other processes.
    static Result<std::unique_ptr<Database>> open(const QString &path);
    /// SQLite's own check, and a schema that is not empty. False = damaged; an error = could not look.
    static Result<bool> isWhole(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    /// Values are bound in order to the question marks.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    /// Statements without results, one after the other.
    Result<> runAll(const QStringList &statements) const;
    /// BEGIN IMMEDIATE … COMMIT; inside another one just a part of it.
    Result<> transact(const std::function<Result<>()> &work);
    Result<int> userVersion() const;

private:
    explicit Database(QString path);
    Result<> connect();
    QSqlDatabase handle() const;
    Error errorOf(const QSqlError &error) const;

    QString m_path;
    QString m_connection;
    int m_depth = 0;
    mutable int m_lastCode = 0; ///< SQLite's primary code of the last failure
};

} // namespace waybill::practices
