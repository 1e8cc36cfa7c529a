// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/section_card.h"

class QLineEdit;
class QPushButton;

namespace waybill::ui {

/// Asks for the passphrase of the key file, on the page where it is needed. The field is emptied as soon as
/// its text has been handed over.
class UnlockPanel final : public SectionCard
{
    Q_OBJECT
public:
    explicit UnlockPanel(QWidget *parent = nullptr);

    /// Shows or hides it; takes the keyboard when it appears.
    void setWanted(bool wanted);

Q_SIGNALS:
    void unlockRequested(const QString &passphrase);

private:
    void makeInside();

    QLineEdit *m_passphrase = nullptr; ///< made when it is wanted first
    QPushButton *m_unlock = nullptr;
};

} // namespace waybill::ui
