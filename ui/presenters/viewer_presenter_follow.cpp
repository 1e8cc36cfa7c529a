// SPDX-License-Identifier: Apache-2.0
#include "presenters/viewer_presenter.h"

#include <algorithm>

/// References: from a line to the resource it names, and back.
namespace waybill::ui {
namespace {

constexpr std::size_t kMostBack = 1000;

} // namespace

void ViewerPresenter::follow(const QString &reference)
{
    if (const auto name = ndjson::parseReference(reference))
        lookFor(name->type, name->id, m_state.hidden ? name->type + QStringLiteral("/•••••") : reference);
}

/// `shown`: what a person would call it.
void ViewerPresenter::lookFor(const QString &type, const QString &id, const QString &shown)
{
    const int epoch = ++m_followEpoch;
    m_state.following = true;
    m_state.followNote.clear();
    publish();
    using Found = Result<std::optional<flows::FoundResource>>;
    m_followWorker = Worker::start<Found>(
        this,
        [files = m_state.files, first = m_state.chosen, type, id](
            const std::stop_token &stop) { return flows::findResource(files, type, id, stop, first); },
        [this, epoch, shown](
            const Found &found) { epoch == m_followEpoch ? onFollowed(shown, found) : void(); });
}

void ViewerPresenter::onFollowed(
    const QString &reference, const Result<std::optional<flows::FoundResource>> &found)
{
    m_state.following = false;
    if (!found) {
        m_state.followNote = describe(found.error());
        publish();
        return;
    }
    if (!*found) {
        m_state.followNote = tr("%1 is in none of the open files.").arg(reference);
        publish();
        return;
    }
    rememberPlace();
    show({(*found)->file, (*found)->line.value});
}

void ViewerPresenter::rememberPlace()
{
    m_back.push_back({m_state.chosen, m_state.currentLine});
    if (m_back.size() > kMostBack)
        m_back.erase(m_back.begin());
    m_state.canGoBack = true;
}

void ViewerPresenter::goToPlace(const QString &path, LineNumber line)
{
    const auto found = std::find_if(m_state.files.begin(), m_state.files.end(),
        [&path](const flows::RunFile &file) { return file.path == path; });
    if (found == m_state.files.end())
        return;
    rememberPlace();
    show({static_cast<int>(found - m_state.files.begin()), line.value});
}

void ViewerPresenter::goBack()
{
    if (m_back.empty())
        return;
    const Place place = m_back.back();
    m_back.pop_back();
    m_state.canGoBack = !m_back.empty();
    show(place);
}

void ViewerPresenter::show(const Place &place)
{
    if (place.file == m_state.chosen) {
        goToLine(place.line + 1);
        publish();
        return;
    }
    chooseFile(place.file);
    m_returnTo = place.line; // shown as soon as the index has come so far
}

} // namespace waybill::ui
