// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/background.h"
#include "assistant/draft.h"
#include "discovery/base_url.h"
#include "discovery/endpoint_search.h"
#include "http/transport.h"

namespace waybill::assistant {

struct EndpointDeskState {
    enum class Work { Idle, Loading, Downloading, Importing };

    Work work = Work::Idle;
    std::shared_ptr<const discovery::EndpointDirectory> directory; ///< null = no list yet
    QString query;
    bool showHidden = false;
    discovery::SearchHits hits;
    QString lastChange; ///< what the last refresh brought, in words
    QString missing; ///< the chosen practice is not in the new list any more (EC-028)
    std::optional<Error> problem; ///< of the list

    QString typed; ///< the address as typed or taken from the list
    std::optional<discovery::EndpointEntry> entry; ///< the row it was taken from
    std::optional<discovery::BaseUrl> preview;
    std::optional<Error> typedProblem;
};

/// Which server the practice is on: a published list, searched, or an address typed (EC-002, EC-003,
/// EC-020 to EC-030). Lists are read and indexed in a worker; the last good one is kept for every practice.
class EndpointDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        http::Transport &transport;
        QString listPath; ///< where the last good list lies
    };
    explicit EndpointDesk(Deps deps, QObject *parent = nullptr);
    ~EndpointDesk() override;

    const EndpointDeskState &state() const { return m_state; }

    void loadLastList(); ///< once; silently nothing when there is none
    void importFile(const QString &path);
    void importUrl(const QUrl &url);
    void cancel();
    void search(const QString &query);
    void setShowHidden(bool show);

    void type(const QString &address);
    void choose(qsizetype entry); ///< index into the directory
    void takeTwin(); ///< eCW: the provider address in place of the patient one, on the person's word (EC-002)
    Result<> accept();

Q_SIGNALS:
    void changed();

private:
    struct Loaded {
        std::shared_ptr<const discovery::EndpointSearch> search;
        QString change;
        std::optional<Error> problem;
    };
    void readInBackground(EndpointDeskState::Work work,
        std::function<Result<discovery::EndpointDirectory>(const std::stop_token &)> read);
    void take(const Result<Loaded> &loaded, bool quiet);
    void refresh();
    void preview();
    QString missingFrom(const discovery::EndpointDirectory &directory) const;

    Deps m_deps;
    EndpointDeskState m_state;
    std::shared_ptr<const discovery::EndpointSearch> m_search;
    http::Call m_download;
    bool m_loadedOnce = false;
    int m_turn = 0;
    Background m_background;
};

} // namespace waybill::assistant
