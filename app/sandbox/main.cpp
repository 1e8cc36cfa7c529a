// SPDX-License-Identifier: Apache-2.0
// waybill-sandbox: arguments, start, one line of JSON, and the wait for the end.
#include "sandbox/lifetime.h"
#include "sandbox/options.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace {

void print(std::FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream); // a pipe would keep it otherwise
}

constexpr int kCannotListen = 1;

} // namespace

int main(int argc, char **argv)
{
    using namespace waybill::sandbox;
    const QCoreApplication application(argc, argv);
    const auto options = parseOptions(QCoreApplication::arguments());
    if (!options) {
        print(options.error().code == 0 ? stdout : stderr, options.error().text.toUtf8());
        return options.error().code;
    }
    Lifetime lifetime(options->exitWithParent);
    const auto sandbox = Sandbox::start(*options);
    if (!sandbox) {
        print(stderr, QByteArray::fromStdString(sandbox.error() + "\n"));
        return kCannotListen;
    }
    print(stdout, QJsonDocument((*sandbox)->listening()).toJson(QJsonDocument::Compact) + '\n');
    lifetime.waitForTheEnd();
    return 0;
}
