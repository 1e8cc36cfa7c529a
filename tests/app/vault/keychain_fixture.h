// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vault/secret_store.h"

#include <QProcess>
#include <QTest>

#include <optional>

/// The keychain's calls as plain values, for tests in a private session (support/private_session.sh).
namespace waybill::test {

inline const QString kService = QStringLiteral("io.waybill.test");

template <typename T>
Result<T> waitFor(std::optional<Result<T>> &answer)
{
    if (answer)
        return failure(ErrorCode::Internal, QStringLiteral("Answered from inside the call."));
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        return failure(ErrorCode::Internal, QStringLiteral("No answer."));
    return std::move(*answer);
}

inline Result<> write(vault::SecretStore &store, const QString &name, QByteArrayView secret)
{
    QObject context;
    std::optional<Result<>> answer;
    store.write(
        name, SecretBytes(secret), &context, [&answer](Result<> result) { answer = std::move(result); });
    return waitFor(answer);
}

inline Result<SecretBytes> read(vault::SecretStore &store, const QString &name)
{
    QObject context;
    std::optional<Result<SecretBytes>> answer;
    store.read(name, &context, [&answer](Result<SecretBytes> result) { answer = std::move(result); });
    return waitFor(answer);
}

inline Result<> remove(vault::SecretStore &store, const QString &name)
{
    QObject context;
    std::optional<Result<>> answer;
    store.remove(name, &context, [&answer](Result<> result) { answer = std::move(result); });
    return waitFor(answer);
}

inline Result<> probe(vault::KeychainStore &store)
{
    QObject context;
    std::optional<Result<>> answer;
    store.probe(&context, [&answer](Result<> result) { answer = std::move(result); });
    return waitFor(answer);
}

/// Runs a program of the session; its output, or null if it failed.
inline QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool good = process.waitForFinished(20'000) && process.exitCode() == 0;
    const QByteArray output = process.readAllStandardOutput();
    return good ? (output.isNull() ? QByteArray("") : output) : QByteArray();
}

} // namespace waybill::test

/// The error of a Result that must have one, checked for its code.
#define COMPARE_ERROR(result, expectedCode)                                                                  \
    QVERIFY(!(result));                                                                                      \
    QVERIFY2((result).error().code == (expectedCode), qPrintable(waybill::describe((result).error())))
