// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// What things look like, said without a colour: models and presenters name it, widgets paint it.
namespace waybill::ui {

/// What a colour means. State is never colour alone: it comes with an icon and a word.
enum class Tone {
    Neutral, ///< nothing happened yet
    Info,
    Ok,
    Warning,
    Failure,
    Waiting, ///< for a server or a person
    Accent, ///< the one thing to do, the current place
    Sandbox,
    Production, ///< loud: real patients
};

/// How a step stands; the words of the onboarding check list (ux.md c1).
enum class StepLook { Todo, Doing, Waiting, Ok, Failed, Stale };

/// For tool tips: Qt guesses rich text, ours is always shown as it is (F-133).
QString plainToolTip(const QString &text);

/// Roles every model of ours answers beside Qt's own.
enum ModelRole {
    ToneRole = 0x0100 + 1, ///< int of a Tone: icon and colour of the cell
    FractionRole, ///< double 0..1: a thin bar below the words
    IdRole, ///< QString: what the row stands for
    SortRole, ///< comparable value of the cell
};

} // namespace waybill::ui
