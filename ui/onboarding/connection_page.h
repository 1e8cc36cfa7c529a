// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/step_page.h"
#include "presenters/connection_page_presenter.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace waybill::ui {

class CheckList;
class ClockCard;
class DoctorCard;
class FactList;
class InlineMessage;
class PlainLabel;
class SectionCard;
class UnlockPanel;

class ConnectionPage final : public StepPage
{
    Q_OBJECT
public:
    explicit ConnectionPage(QWidget *parent = nullptr);
    void render(const ConnectionPagePresenter::State &state);
    DoctorCard &doctor() const { return *m_doctor; }
    ClockCard &clock() const { return *m_clock; }

Q_SIGNALS:
    void unlockRequested(const QString &passphrase);
    void checkAgain();
    void moreScopesEntered(const QString &scopes);

private:
    SectionCard *makeTokenCard();
    void makeMoreScopes();
    void showMoreScopes();
    void makeScopes();
    void showScopes(bool open);

    InlineMessage *m_host = nullptr;
    UnlockPanel *m_unlock = nullptr;
    SectionCard *m_causesCard = nullptr;
    PlainLabel *m_causes = nullptr;
    SectionCard *m_empty = nullptr;
    SectionCard *m_tokenCard = nullptr;
    CheckList *m_token = nullptr;
    QString m_scopesText;
    QPlainTextEdit *m_scopes = nullptr; ///< made when it is opened first
    SectionCard *m_checksCard = nullptr;
    CheckList *m_checks = nullptr;
    QPushButton *m_again = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_moreForm = nullptr; ///< made when it is opened first
    QLineEdit *m_extraScopes = nullptr;
    PlainLabel *m_extraNote = nullptr;
    ConnectionPagePresenter::State m_state;
    SectionCard *m_serverCard = nullptr;
    FactList *m_server = nullptr;
    InlineMessage *m_changes = nullptr;
    DoctorCard *m_doctor = nullptr;
    ClockCard *m_clock = nullptr;
};

} // namespace waybill::ui
