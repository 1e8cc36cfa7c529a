// SPDX-License-Identifier: Apache-2.0
#include "assistant/endpoint_desk.h"

#include "assistant/words.h"
#include "base/redact.h"
#include "discovery/directory_cache.h"
#include "discovery/directory_fetch.h"
#include "discovery/directory_import.h"

#include <QFileInfo>

namespace waybill::assistant {

using discovery::EndpointDirectory;
using discovery::EndpointEntry;
using discovery::EndpointSearch;
using practices::Profile;
using practices::Step;
using Work = EndpointDeskState::Work;

namespace {

/// The first codes, so that a person can look one up.
QString some(const QString &what, const QStringList &codes)
{
    constexpr qsizetype kShown = 8;
    if (codes.isEmpty())
        return {};
    const QString more = codes.size() > kShown ? QStringLiteral(" …") : QString();
    return QLatin1Char('\n') + what.arg(codes.mid(0, kShown).join(QStringLiteral(", ")) + more);
}

QString inWords(const discovery::DirectoryChange &change)
{
    if (change.added.isEmpty() && change.removed.isEmpty() && change.changed.isEmpty())
        return Words::tr("Nothing changed since the last list.");
    return Words::tr("Since the last list: %1 added, %2 gone, %3 changed.")
               .arg(change.added.size())
               .arg(change.removed.size())
               .arg(change.changed.size())
        + some(Words::tr("Added: %1"), change.added) + some(Words::tr("Gone: %1"), change.removed)
        + some(Words::tr("Changed: %1"), change.changed);
}

} // namespace

EndpointDesk::EndpointDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
{
    const QUrl base = m_deps.draft.profile().fhirBaseUrl;
    if (!base.isEmpty()) {
        m_state.typed = base.toString();
        preview();
    }
}

EndpointDesk::~EndpointDesk()
{
    m_download.cancel();
}

void EndpointDesk::loadLastList()
{
    if (std::exchange(m_loadedOnce, true) || !QFileInfo::exists(m_deps.listPath))
        return;
    readInBackground(Work::Loading,
        [path = m_deps.listPath](const std::stop_token &) { return discovery::loadDirectory(path); });
}

void EndpointDesk::importFile(const QString &path)
{
    m_loadedOnce = true;
    readInBackground(Work::Importing, [path, now = m_deps.draft.now()](const std::stop_token &stop) {
        return discovery::importDirectoryFile(path, {QFileInfo(path).fileName(), now, stop});
    });
}

void EndpointDesk::importUrl(const QUrl &url)
{
    m_loadedOnce = true;
    cancel();
    m_state.work = Work::Downloading;
    m_state.problem.reset();
    Q_EMIT changed();
    // The same list again: the server may say that ours is still good (EC-028).
    const bool again = m_state.directory && m_state.directory->source == placeOf(url);
    m_download = discovery::fetchDirectory(m_deps.transport, url, again ? m_state.directory->etag : QString(),
        this, [this](const Result<discovery::DirectoryDownload> &download) {
            m_state.work = Work::Idle;
            if (download && download->unchanged) {
                m_state.lastChange = Words::tr("The server says that this list is still the newest.");
                Q_EMIT changed();
                return;
            }
            if (!download) {
                m_state.problem = download.error();
                Q_EMIT changed();
                return;
            }
            readInBackground(Work::Importing,
                [got = *download, now = m_deps.draft.now()](
                    const std::stop_token &stop) -> Result<EndpointDirectory> {
                    auto list = discovery::importDirectory(got.bytes, {got.source, now, stop});
                    if (list)
                        list->etag = got.etag;
                    return list;
                });
        });
}

void EndpointDesk::readInBackground(
    Work work, std::function<Result<EndpointDirectory>(const std::stop_token &)> read)
{
    cancel();
    m_state.work = work;
    m_state.problem.reset();
    Q_EMIT changed();
    const bool fromDisk = work == Work::Loading;
    const std::shared_ptr<const EndpointDirectory> before = m_state.directory;
    m_background.run<Result<Loaded>>(
        this,
        [read = std::move(read), before, path = m_deps.listPath, fromDisk](
            const std::stop_token &stop) -> Result<Loaded> {
            Result<EndpointDirectory> list = read(stop);
            if (!list)
                return failure(list.error());
            Loaded loaded;
            // EC-028 speaks of refreshing one list; a list from elsewhere replaces it as a whole.
            if (before && before->source == list->source) {
                const auto change = discovery::acceptRefresh(*before, *list);
                if (!change)
                    return failure(change.error());
                loaded.change = inWords(*change);
            }
            if (!fromDisk) {
                if (const Result<> saved = discovery::saveDirectory(*list, path); !saved)
                    loaded.problem = saved.error();
            }
            loaded.search =
                std::make_shared<EndpointSearch>(std::make_shared<const EndpointDirectory>(std::move(*list)));
            return loaded;
        },
        [this, fromDisk, turn = m_turn](const Result<Loaded> &loaded) {
            if (turn == m_turn)
                take(loaded, fromDisk);
        });
}

void EndpointDesk::take(const Result<Loaded> &loaded, bool quiet)
{
    m_state.work = Work::Idle;
    if (!loaded) {
        if (!quiet)
            m_state.problem = loaded.error();
        Q_EMIT changed();
        return;
    }
    m_search = loaded->search;
    m_state.directory = std::shared_ptr<const EndpointDirectory>(m_search, &m_search->directory());
    m_state.lastChange = loaded->change;
    m_state.problem = loaded->problem;
    m_state.missing = missingFrom(*m_state.directory);
    refresh();
}

QString EndpointDesk::missingFrom(const EndpointDirectory &directory) const
{
    const Profile &profile = m_deps.draft.profile();
    if (profile.fhirBaseUrl.isEmpty() || profile.practiceCode.isEmpty())
        return {};
    bool sameHost = false;
    for (const EndpointEntry &entry : directory.entries) {
        sameHost = sameHost || entry.host == profile.fhirBaseUrl.host();
        if (entry.code == profile.practiceCode)
            return {};
    }
    return sameHost
        ? Words::tr("The practice code %1 is not in this list any more.").arg(profile.practiceCode)
        : QString();
}

void EndpointDesk::refresh()
{
    if (m_search) {
        discovery::SearchOptions options;
        if (m_state.showHidden)
            options.hide = {};
        m_state.hits = m_search->find(m_state.query, options);
    }
    Q_EMIT changed();
}

void EndpointDesk::search(const QString &query)
{
    if (m_state.query == query)
        return;
    m_state.query = query;
    refresh();
}

void EndpointDesk::setShowHidden(bool show)
{
    if (m_state.showHidden == show)
        return;
    m_state.showHidden = show;
    refresh();
}

void EndpointDesk::cancel()
{
    ++m_turn;
    m_download.cancel();
    m_background.requestStop();
    if (std::exchange(m_state.work, Work::Idle) != Work::Idle)
        Q_EMIT changed();
}

void EndpointDesk::preview()
{
    m_state.preview.reset();
    m_state.typedProblem.reset();
    if (m_state.typed.trimmed().isEmpty())
        return;
    const Result<discovery::BaseUrl> base = discovery::normaliseBaseUrl(m_state.typed);
    if (base)
        m_state.preview = *base;
    else
        m_state.typedProblem = base.error();
}

void EndpointDesk::type(const QString &address)
{
    if (m_state.typed == address)
        return;
    m_state.typed = address;
    m_state.entry.reset();
    preview();
    Q_EMIT changed();
}

void EndpointDesk::choose(qsizetype entry)
{
    if (!m_state.directory || entry < 0 || entry >= m_state.directory->entries.size())
        return;
    m_state.entry = m_state.directory->entries.at(entry);
    m_state.typed = m_state.entry->url;
    preview();
    Q_EMIT changed();
}

void EndpointDesk::takeTwin()
{
    if (!m_state.preview || !m_state.preview->providerTwin)
        return;
    m_state.typed = m_state.preview->providerTwin->toString();
    preview();
    Q_EMIT changed();
}

Result<> EndpointDesk::accept()
{
    if (m_state.typedProblem)
        return failure(*m_state.typedProblem);
    if (!m_state.preview) {
        return failure(ErrorCode::InvalidInput, Words::tr("There is no address yet."), {},
            Words::tr("Choose a practice from the list or type its FHIR base URL."));
    }
    const discovery::BaseUrl chosen = *m_state.preview;
    const bool ecw = discovery::ecwHostOf(chosen.base) != discovery::EcwHost::None;
    m_deps.draft.complete(Step::Endpoint, chosen.base.host() + chosen.base.path(), [&](Profile &profile) {
        if (profile.fhirBaseUrl == chosen.base)
            return;
        profile.fhirBaseUrl = chosen.base;
        profile.practiceCode = chosen.practiceCode;
        profile.vendor = ecw ? QStringLiteral("eclinicalworks") : QStringLiteral("generic");
        profile.tokenUrl = QUrl(); // belongs to the other address; discovery finds this one's
        if (m_state.entry)
            profile.practiceName = m_state.entry->name;
    });
    Q_EMIT changed();
    return {};
}

} // namespace waybill::assistant
