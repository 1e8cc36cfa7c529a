// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/page_frame.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace waybill::ui {

/// What was looked at and what was seen, a line each: icon, title, sentence, and at the right where and how
/// long. A screen reader hears each line as one.
class CheckList final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);

    void setLines(const QList<CheckLine> &lines); ///< updates in place
    /// The lines are steps of a known course: what is not done is "now" or "later", never "not stated".
    void setCourse(bool course) { m_course = course; }
    int count() const { return static_cast<int>(m_lines.size()); }

private:
    class Row;
    QList<CheckLine> m_lines;
    bool m_course = false;
    QList<Row *> m_rows;
    QVBoxLayout *m_column = nullptr;
};

QString lookWord(CheckLine::Look look); ///< translated: "ok", "look again", "not stated", "failed"

} // namespace waybill::ui
