// SPDX-License-Identifier: Apache-2.0
#include "onboarding/request_preview.h"

#include "onboarding/form_parts.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kLines = 6;

} // namespace

class RequestPreview::Job final : public QWidget
{
public:
    explicit Job(QWidget *parent)
        : QWidget(parent)
        , m_title(new PlainLabel({}, TextRole::Strong, this))
        , m_text(new QPlainTextEdit(this))
        , m_copied(new PlainLabel({}, TextRole::Small, this))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(space::kTight);
        auto *row = WrapLayout::in(*column);
        m_title->wrap();
        m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        row->addWidget(m_title);
        m_copied->setMuted(true);
        row->addWidget(m_copied);
        m_copy = new QPushButton(icon(Glyph::Copy), RequestPreview::tr("Copy as c&url"), this);
        row->addWidget(m_copy);
        m_text->setReadOnly(true);
        m_text->setTabChangesFocus(true);
        m_text->setAccessibleName(RequestPreview::tr("Request"));
        keepTextRole(*m_text, TextRole::Mono);
        m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * kLines + space::kLarge);
        column->addWidget(m_text);
        connect(m_copy, &QPushButton::clicked, this, [this] {
            QGuiApplication::clipboard()->setText(m_curl);
            m_copied->setText(RequestPreview::tr("Copied, without the token"));
        });
    }

    void show(const LaunchPagePresenter::Job &job)
    {
        m_title->setText(job.title);
        m_copy->setVisible(!job.curl.isEmpty());
        m_copy->setAccessibleName(RequestPreview::tr("Copy as curl: %1").arg(job.title));
        if (m_text->toPlainText() != job.request) {
            m_text->setPlainText(job.request);
            m_copied->clear();
        }
        m_curl = job.curl;
    }

private:
    PlainLabel *m_title;
    QPlainTextEdit *m_text;
    PlainLabel *m_copied;
    QPushButton *m_copy = nullptr;
    QString m_curl;
};

RequestPreview::RequestPreview(QWidget *parent)
    : SectionCard(tr("The exact request"), parent)
{
    setSubtitle(tr("Nothing has been sent. $TOKEN stands for the access token."));
    m_nothing = addNote(*body());
    m_cautions = addNote(*body());
    m_cautions->setTone(Tone::Warning);
}

void RequestPreview::render(const QList<LaunchPagePresenter::Job> &jobs, const QString &cautions)
{
    while (m_jobs.size() > jobs.size())
        delete m_jobs.takeLast();
    while (m_jobs.size() < jobs.size()) {
        auto *job = new Job(this);
        body()->insertWidget(static_cast<int>(m_jobs.size()), job);
        m_jobs.append(job);
    }
    for (qsizetype i = 0; i < jobs.size(); ++i)
        m_jobs.at(i)->show(jobs.at(i));
    setNote(*m_nothing, jobs.isEmpty() ? tr("Choose types and a starting point to see it.") : QString());
    setNote(*m_cautions, cautions);
}

} // namespace waybill::ui
