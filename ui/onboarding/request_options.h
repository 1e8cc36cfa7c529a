// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/launch_page_presenter.h"
#include "widgets/section_card.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace waybill::ui {

/// What only some servers know, folded away: most exports need none of it (BD-047).
class RequestOptions final : public SectionCard
{
    Q_OBJECT
public:
    explicit RequestOptions(QWidget *parent = nullptr);
    void render(const LaunchPagePresenter::Options &options);

Q_SIGNALS:
    void typeWanted(const QString &name);
    void typeFiltersEdited(const QString &lines);
    void organizeByEdited(const QString &type);
    void blankLinesToggled(bool areProblems);

private:
    void makeFields(); ///< when somebody opens them
    void makeTypeRow(QVBoxLayout &column);
    void show();

    LaunchPagePresenter::Options m_shown;
    QWidget *m_fields = nullptr;
    QPlainTextEdit *m_typeFilters = nullptr;
    QWidget *m_organize = nullptr;
    QLineEdit *m_organizeBy = nullptr;
    QCheckBox *m_blankLines = nullptr;
};

} // namespace waybill::ui
