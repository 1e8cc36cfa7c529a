// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace waybill::ui {

/// One thing a person would do, and how one sees that it worked.
struct TourStep {
    QString name; ///< of the picture, "key-pair"
    QString doing; ///< for the terminal, "Generating a key pair"
    std::function<void()> act;
    /// Evidence in words once the step has worked, nothing while it has not yet.
    std::function<std::optional<QString>()> seen;
    std::chrono::seconds patience{30};
    bool picture = true;
    /// What no person does: copying and checking what was made. Once, after `seen`; false fails the step.
    std::function<bool()> keep{};
};

/// Clears what an earlier tour left in `directory`, and only that: a folder with other things in it is
/// refused (InvalidInput), since a tour begins with an empty home.
Result<> makeRoomForTour(const QString &directory);

/// Walks through the product as a person would, step after step, in the real windows: acts, looks until the
/// step is verified, takes a picture `NN-name.png`, goes on. Ends at the first step that is not verified in
/// time.
class Tour : public QObject
{
    Q_OBJECT
public:
    Tour(QWidget &window, const QString &directory, std::vector<TourStep> steps, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// `report` is one line for each step; the same is in `tour.json`.
    void finished(bool everyStepVerified, const QString &report);

private:
    void actNext();
    void look();
    void takePicture(const QString &suffix = {});
    void writeReport(bool verified) const;
    void end(bool verified);

    QWidget &m_window;
    QString m_directory;
    std::vector<TourStep> m_steps;
    std::size_t m_next = 0;
    int m_pictures = 0;
    QTimer m_look;
    QElapsedTimer m_sinceAct;
    QStringList m_report;
};

} // namespace waybill::ui
