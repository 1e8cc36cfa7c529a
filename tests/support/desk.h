// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/qt_transport.h"
#include "practices/store.h"
#include "presenters/workspace.h"
#include "shell/main_window.h"
#include "shell/window_settings.h"
#include "vault/secret_store.h"

#include <QTemporaryDir>

#include <memory>

namespace waybill::support {

/// The whole object graph of the program in a folder of its own.
struct Desk {
    QTemporaryDir home;
    SystemClock clock;
    std::unique_ptr<practices::Store> store;
    std::unique_ptr<http::Transport> transport = http::makeQtTransport();
    vault::KeychainStore keychain;
    std::unique_ptr<ui::WindowSettings> settings;
    std::unique_ptr<ui::Workspace> workspace;
    std::unique_ptr<ui::MainWindow> window;

    explicit Desk(const QList<practices::Profile> &profiles = {})
    {
        settings = std::make_unique<ui::WindowSettings>(home.path());
        auto opened = practices::Store::open(home.filePath(QStringLiteral("state")));
        store = std::move(*opened);
        for (const auto &profile : profiles)
            (void)store->saveProfile(profile);
        workspace = std::make_unique<ui::Workspace>(ui::Workspace::Deps{*store, clock, *transport, keychain,
            home.path(), QStringLiteral(WAYBILL_BIN_DIR "/waybill-sandbox"),
            {QStringLiteral("--patients"), QStringLiteral("5")}});
        window = std::make_unique<ui::MainWindow>(*workspace, *settings);
    }

    template <typename T>
    T *part(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
};

} // namespace waybill::support
