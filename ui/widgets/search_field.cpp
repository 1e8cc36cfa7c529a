// SPDX-License-Identifier: Apache-2.0
#include "widgets/search_field.h"

#include "widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QToolButton>

namespace waybill::ui {

QLineEdit *makeSearchField(const QString &name, const QString &placeholder, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    field->setClearButtonEnabled(true);
    field->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
    // Qt makes both buttons itself and leaves them without a name.
    const auto buttons = field->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        const bool clears = button->defaultAction() != nullptr
            && button->defaultAction()->objectName() == QStringLiteral("_q_qlineeditclearaction");
        button->setAccessibleName(clears ? QCoreApplication::translate("SearchField", "Clear") : name);
    }
    return field;
}

} // namespace waybill::ui
