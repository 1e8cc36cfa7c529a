// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/key_page_presenter.h"
#include "widgets/section_card.h"

class QPushButton;

namespace waybill::ui {

class CopyField;
class FactList;
class PlainLabel;

/// The key a practice has: what it is, where it lies, and its public half to take along. There is nothing
/// here that shows or copies the private half.
class KeyCard final : public SectionCard
{
    Q_OBJECT
public:
    explicit KeyCard(QWidget *parent = nullptr);
    void render(const KeyPagePresenter::Key &key, const QString &savedJwks, bool canRotate);

Q_SIGNALS:
    void makeAnother(bool another);
    void rotate(bool exposed);
    void saveJwksTo(const QString &path);

private:
    void makeChanges();
    QPushButton *makeCopyButton(const QString &text, QString KeyPagePresenter::Key::*what);

    KeyPagePresenter::Key m_key;
    FactList *m_facts = nullptr;
    CopyField *m_kid = nullptr;
    QPushButton *m_copyJwks = nullptr;
    QPushButton *m_copyPem = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_exposed = nullptr;
    PlainLabel *m_done = nullptr;
};

} // namespace waybill::ui
