// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/page_frame.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace waybill::ui {

class BusyIndicator;
class InlineMessage;
class PlainLabel;

/// What all pages of the assistant look like: title, one sentence, a message when there is one, the page's
/// own cards, and below a line with what goes on and the one primary button. Everything but that line
/// scrolls, so nothing is cut off in a small window or with large text.
class StepPage : public QWidget
{
    Q_OBJECT
public:
    StepPage(const QString &title, const QString &explanation, QWidget *parent = nullptr);

    void renderFrame(const PageFrame &frame);
    void setPlace(const QString &place); ///< "Step 2 of 8"
    QPushButton *primaryButton() const { return m_primary; }
    /// Puts the keyboard where the work is: the page's first control.
    void focusFirst();

Q_SIGNALS:
    void primaryClicked();
    void secondaryClicked();
    void stopClicked();
    void noticeActionClicked();

protected:
    QVBoxLayout *column() const { return m_column; } ///< the page's cards go here, from the top
    QWidget *content() const { return m_content; }
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QVBoxLayout *makeContent(const QString &title, const QString &explanation);
    QWidget *makeFooter();
    void limitWidth();

    QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_footer = nullptr;
    QVBoxLayout *m_column = nullptr;
    PlainLabel *m_place = nullptr;
    InlineMessage *m_notice = nullptr;
    std::optional<Notice> m_shown;
    BusyIndicator *m_busy = nullptr;
    PlainLabel *m_status = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_secondary = nullptr;
    QPushButton *m_primary = nullptr;
};

} // namespace waybill::ui
