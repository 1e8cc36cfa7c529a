// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace waybill::ui {

class PlainLabel;

/// A pane that folds to its title row.
class FoldingPane : public QWidget
{
    Q_OBJECT
public:
    /// `foldName`: what the fold button does, for its tool tip and for screen readers.
    explicit FoldingPane(const QString &foldName, QWidget *parent = nullptr);

    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);

Q_SIGNALS:
    void foldedChanged(bool folded);

protected:
    void setTitle(const QString &title);
    void addToHeader(QWidget *widget); ///< at the right of the title row
    void setBody(QWidget *body); ///< once

private:
    bool m_folded = false;
    QToolButton *m_fold = nullptr;
    PlainLabel *m_title = nullptr;
    QHBoxLayout *m_header = nullptr;
    QWidget *m_body = nullptr;
};

} // namespace waybill::ui
