// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/network_presenter.h"
#include "widgets/section_card.h"

class QLineEdit;
class QPushButton;

namespace waybill::ui {

class FactList;
class PlainLabel;

/// Authorities and proxy of a practice, folded away: most need neither. There is nothing here that lets a
/// wrong certificate pass.
class NetworkCard final : public SectionCard
{
    Q_OBJECT
public:
    explicit NetworkCard(QWidget *parent = nullptr);
    void render(const NetworkPresenter::State &state);

Q_SIGNALS:
    void authoritiesChosen(const QString &path);
    void systemOnlyWanted();
    void proxyEntered(const QString &proxy);
    void passwordEntered(const QString &password);
    void forgetWanted();

private:
    void makeInside();
    QWidget *makeSignIn();

    NetworkPresenter::State m_state;
    QWidget *m_inside = nullptr; ///< made when it is opened first, like all in it
    FactList *m_authorities = nullptr;
    QPushButton *m_remove = nullptr;
    QLineEdit *m_proxy = nullptr;
    QWidget *m_signIn = nullptr; ///< only for a proxy that names a user
    QLineEdit *m_password = nullptr;
    PlainLabel *m_passwordNote = nullptr;
    QPushButton *m_forget = nullptr;
    PlainLabel *m_problem = nullptr;
};

} // namespace waybill::ui
