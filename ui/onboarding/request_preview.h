// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/launch_page_presenter.h"
#include "widgets/section_card.h"

namespace waybill::ui {

class PlainLabel;

/// The requests as they will go out, to the byte; the token stands as $TOKEN, also in what is copied.
class RequestPreview final : public SectionCard
{
    Q_OBJECT
public:
    explicit RequestPreview(QWidget *parent = nullptr);
    void render(const QList<LaunchPagePresenter::Job> &jobs, const QString &cautions);

private:
    class Job;
    QList<Job *> m_jobs;
    PlainLabel *m_nothing = nullptr;
    PlainLabel *m_cautions = nullptr;
};

} // namespace waybill::ui
