// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace waybill {
struct Error;
}

namespace waybill::ui {

class PlainLabel;

/// What happened, where, what to do next; on the page, never a modal. Hidden while it has nothing to say.
class InlineMessage final : public QFrame
{
    Q_OBJECT
public:
    explicit InlineMessage(QWidget *parent = nullptr);

    /// Any of `text` and `next` may be empty. `details` (server text, a trace) folds away, copyable.
    void showMessage(Tone tone, const QString &title, const QString &text = {}, const QString &next = {},
        const QString &details = {});
    void showError(const Error &error);
    void clear(); ///< hides it
    /// One button under the text; empty = none. Stays until changed.
    void setAction(const QString &text);
    void setSecondAction(const QString &text);
    bool saysSomething() const;
    void setVisible(bool visible) override;

Q_SIGNALS:
    void visibleChanged(bool visible); ///< so that a margin around it can go too
    void actionTriggered();
    void secondActionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Info;
    QLabel *m_icon = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    PlainLabel *m_next = nullptr;
    QToolButton *m_detailsToggle = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_secondAction = nullptr;
};

} // namespace waybill::ui
