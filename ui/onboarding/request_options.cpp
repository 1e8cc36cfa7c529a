// SPDX-License-Identifier: Apache-2.0
#include "onboarding/request_options.h"

#include "onboarding/form_parts.h"
#include "widgets/plain_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kFilterLines = 3;

} // namespace

RequestOptions::RequestOptions(QWidget *parent)
    : SectionCard(tr("More options"), parent)
{
    setSubtitle(tr("A server may refuse or ignore them."));
    auto *open = makeDisclosure(tr("Types by name, filters, order of the output"), this, [this](bool on) {
        if (m_fields == nullptr)
            makeFields();
        m_fields->setVisible(on);
    });
    body()->addWidget(open, 0, Qt::AlignLeft);
}

void RequestOptions::makeTypeRow(QVBoxLayout &column)
{
    auto *pair = new QWidget(m_fields);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    auto *name = new QLineEdit(pair);
    name->setPlaceholderText(QStringLiteral("ServiceRequest"));
    auto *add = new QPushButton(tr("A&dd"), pair);
    add->setAccessibleName(tr("Add this resource type"));
    const auto take = [this, name] {
        if (name->text().trimmed().isEmpty())
            return;
        Q_EMIT typeWanted(name->text());
        name->clear();
    };
    connect(add, &QPushButton::clicked, this, take);
    connect(name, &QLineEdit::returnPressed, this, take);
    row->addWidget(name, 1);
    row->addWidget(add);
    pair->setFocusProxy(name);
    const QString label = tr("Another resource &type, which the server does not list");
    name->setAccessibleName(withoutMnemonic(label));
    addField(column, label, *pair);
}

void RequestOptions::makeFields()
{
    m_fields = new QWidget(this);
    body()->addWidget(m_fields);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    makeTypeRow(*column);
    auto *filters = new QVBoxLayout;
    filters->setSpacing(space::kTight);
    column->addLayout(filters);
    m_typeFilters = new QPlainTextEdit(m_fields);
    m_typeFilters->setTabChangesFocus(true);
    m_typeFilters->setPlaceholderText(QStringLiteral("Observation?status=final"));
    keepTextRole(*m_typeFilters, TextRole::Mono);
    m_typeFilters->setFixedHeight(m_typeFilters->fontMetrics().lineSpacing() * kFilterLines + space::kLarge);
    addField(*filters, tr("_type&Filter, one search a line"), *m_typeFilters);
    auto *help = addNote(*filters, m_typeFilters); // BD-042
    setNote(*help,
        tr("Filters of one type add up: what fits any of them comes. Those of different types do not touch "
           "each "
           "other. The watermarks stay, because not everything is fetched."),
        m_typeFilters);
    m_organize = new QWidget(m_fields);
    auto *organize = new QVBoxLayout(m_organize);
    organize->setContentsMargins(0, 0, 0, 0);
    organize->setSpacing(space::kTight);
    m_organizeBy = new QLineEdit(m_organize);
    m_organizeBy->setPlaceholderText(QStringLiteral("Patient"));
    addField(*organize, tr("&organizeOutputBy, a resource type"), *m_organizeBy);
    column->addWidget(m_organize);
    m_blankLines = new QCheckBox(tr("Report &blank lines as problems"), m_fields);
    column->addWidget(m_blankLines);
    connect(m_typeFilters, &QPlainTextEdit::textChanged, this,
        [this] { Q_EMIT typeFiltersEdited(m_typeFilters->toPlainText()); });
    connect(m_organizeBy, &QLineEdit::textEdited, this, &RequestOptions::organizeByEdited);
    connect(m_blankLines, &QCheckBox::toggled, this, &RequestOptions::blankLinesToggled);
    show();
}

void RequestOptions::render(const LaunchPagePresenter::Options &options)
{
    m_shown = options;
    if (m_fields != nullptr)
        show();
}

void RequestOptions::show()
{
    if (m_typeFilters->toPlainText() != m_shown.typeFilters) {
        const QSignalBlocker quiet(m_typeFilters);
        m_typeFilters->setPlainText(m_shown.typeFilters);
    }
    setTextQuietly(*m_organizeBy, m_shown.organizeOutputBy);
    m_organize->setVisible(m_shown.canOrganize);
    setCheckedQuietly(*m_blankLines, m_shown.blankLinesAreProblems);
}

} // namespace waybill::ui
