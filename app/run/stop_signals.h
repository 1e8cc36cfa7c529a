// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace waybill::run {

/// SIGTERM and SIGINT as a Qt signal, by the self-pipe trick: the handler only writes one byte. One per
/// process.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested();
};

} // namespace waybill::run
