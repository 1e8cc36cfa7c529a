// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/connection_desk.h"
#include "discovery/group_search.h"

namespace waybill::assistant {

struct GroupDeskState {
    enum class Work { Idle, Searching };
    /// Why a Group must be confirmed in words before it is used: some servers export every patient for an
    /// empty Group (microsoft/fhir-server #1634).
    enum class Doubt { None, Empty, UnknownCount, NotListed };

    Work work = Work::Idle;
    bool searched = false;
    discovery::GroupList list;
    int pages = 0; ///< so far, while searching
    std::optional<Error> problem;
    bool needsPassphrase = false;

    std::optional<qsizetype> row; ///< chosen from the list
    QString typed; ///< typed by hand; used when no row is chosen
    QString typedProblem; ///< why `typed` cannot be an id; empty = fine
    QStringList typedNotes; ///< what was taken away from `typed`
    QString value; ///< what would go into Group/[value]/$export; empty = nothing chosen
    Doubt doubt = Doubt::None;
    bool confirmed = false;
    QString drift; ///< what became of the Group chosen earlier: renamed, gone (GD-014)
    friend bool operator==(const GroupDeskState &, const GroupDeskState &) = default;
};

/// Which patients: finds the practice's Groups, or takes an id typed by hand (GD-001 to GD-016, EC-006,
/// EC-011). Choosing never starts anything on the server (GD-016).
class GroupDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        KeyHolder &holder;
        OnboardingSession &session;
        ConnectionDesk &connection;
    };
    explicit GroupDesk(Deps deps, QObject *parent = nullptr);
    ~GroupDesk() override;

    const GroupDeskState &state() const { return m_state; }
    discovery::VendorPreset preset() const;
    /// What the person must type to use a doubtful Group; translated.
    static QString confirmationWords();

    void search();
    void unlockAndSearch(SecretBytes passphrase);
    void loadMore();
    void trustNextPage(); ///< the person's word: its origin may see the token (GD-004)
    void cancel();
    void choose(qsizetype row);
    void type(const QString &id);
    void confirm(const QString &words); ///< compared without case and outer spaces
    Result<> accept();

Q_SIGNALS:
    void changed();

private:
    void letGo();
    void searchWith(const Result<http::Transport *> &transport);
    void found(const Result<discovery::GroupList> &result);
    void settleChoice(GroupDeskState &state) const;
    QString driftOf(const discovery::GroupList &list) const;
    void failed(const Error &error);
    void update(const std::function<void(GroupDeskState &)> &edit);

    Deps m_deps;
    GroupDeskState m_state;
    std::unique_ptr<discovery::GroupSearch> m_search;
    QUrl m_base;
};

} // namespace waybill::assistant
