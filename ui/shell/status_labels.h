// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

class QStatusBar;

namespace waybill::ui {

class PlainLabel;
class Workspace;

/// The status bar: running exports and the next status request, the request budget, the sandbox. As labels,
/// because Qt's own status messages are not seen by screen readers.
class StatusLabels final : public QObject
{
    Q_OBJECT
public:
    StatusLabels(Workspace &workspace, QStatusBar &bar);

private:
    PlainLabel *addLabel(QStatusBar &bar, const QString &objectName);
    void refresh();
    QString exportsText() const;
    QString quotaText() const;
    QString sandboxText() const;

    Workspace &m_workspace;
    PlainLabel *m_exports = nullptr;
    PlainLabel *m_quota = nullptr;
    PlainLabel *m_sandbox = nullptr;
    QTimer m_second;
};

} // namespace waybill::ui
