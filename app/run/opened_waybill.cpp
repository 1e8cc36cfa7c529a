// SPDX-License-Identifier: Apache-2.0
#include "run/opened_waybill.h"

#include "auth/scopes.h"
#include "flows/load_key.h"
#include "run/output.h"

#include <QCoreApplication>
#include <QDir>

namespace waybill::run {

QString stateFolder(const QString &option, const handoff::WaybillFile &file)
{
    if (!option.isEmpty())
        return QDir::current().absoluteFilePath(option);
    const QString fromSystemd = qEnvironmentVariable("STATE_DIRECTORY");
    // systemd separates several with a colon; the first is the unit's own.
    if (!fromSystemd.isEmpty())
        return fromSystemd.section(QLatin1Char(':'), 0, 0);
    return file.folder + QStringLiteral("/state");
}

Result<OpenedWaybill> openWaybill(const QString &path, const QString &stateOption)
{
    auto file = handoff::openWaybill(path);
    if (!file)
        return failure(file.error());
    for (const QString &note : std::as_const(file->notes))
        logLine(note);
    auto store = practices::Store::open(stateFolder(stateOption, *file));
    if (!store)
        return failure(store.error());
    if ((*store)->notice())
        logError(*(*store)->notice());

    OpenedWaybill opened{*file, handoff::toProfile(file->waybill), std::move(*store)};
    QList<practices::Watermark> marks;
    for (auto mark = file->waybill.watermarks.cbegin(); mark != file->waybill.watermarks.cend(); ++mark)
        marks.append({mark.key(), mark.value(), {}, SystemClock().now()});
    if (!marks.isEmpty()) {
        const auto seeded = opened.store->seedWatermarks(practices::watermarkKey(opened.profile), marks,
            QCoreApplication::translate("OpenedWaybill", "Taken over from the waybill, once."));
        if (!seeded)
            return failure(seeded.error());
    }
    return opened;
}

Preparation::Preparation(practices::Profile profile, QString folder, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_folder(std::move(folder))
{
    connect(&m_discovery, &discovery::Discovery::finished, this,
        [this](const discovery::DiscoveryResult &result) {
            if (result.problem)
                Q_EMIT failed(*result.problem);
            else
                complete(result);
        });
}

void Preparation::start(bool alwaysDiscover)
{
    m_alwaysDiscover = alwaysDiscover;
    const flows::KeySource source{m_profile.key, m_folder, m_profile.keyThumbprint, nullptr};
    flows::loadKey(source, &m_keychain, this, [this](const Result<keys::KeyPair> &key) {
        if (!key) {
            Q_EMIT failed(key.error());
            return;
        }
        m_key = *key;
        if (m_alwaysDiscover || m_profile.tokenUrl.isEmpty())
            discover();
        else
            complete({});
    });
}

void Preparation::discover()
{
    discovery::DiscoveryRequest request;
    request.base = m_profile.fhirBaseUrl;
    request.algorithm = m_profile.algorithm;
    request.tokenOverride = m_profile.tokenUrl;
    m_discovery.start(request);
}

void Preparation::complete(std::optional<discovery::DiscoveryResult> discovery)
{
    if (m_profile.tokenUrl.isEmpty() && discovery)
        m_profile.tokenUrl = discovery->tokenUrl;
    if (m_profile.scopes.isEmpty()) {
        const auto preset = discovery::presetFor(m_profile.vendor);
        const bool published = discovery && discovery->smart;
        m_profile.scopes = auth::scopesFor(
            m_profile.types, preset.scopeDialect, published ? discovery->smart->scopes : QStringList());
    }
    Q_EMIT ready({m_profile, *m_key, std::move(discovery)});
}

} // namespace waybill::run
