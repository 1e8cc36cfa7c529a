// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace waybill::ui {

/// A read-only value with a copy button: an id, an address, a curl line. Never for a secret.
class CopyField final : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Line, Block };
    /// `name` is the accessible name of the value; the button is called "Copy <name>".
    explicit CopyField(const QString &name, Shape shape = Shape::Line, QWidget *parent = nullptr);

    void setValue(const QString &value);
    QString value() const;

Q_SIGNALS:
    void copied();

private:
    void copy();
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_block = nullptr;
    QToolButton *m_button = nullptr;
};

} // namespace waybill::ui
