// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QIcon>

/// Our own line icons (resources/icons), drawn in the colour of the theme at the moment of painting.
namespace waybill::ui {

enum class Glyph {
    Add,
    ArrowLeft,
    ArrowRight,
    Braces,
    Building,
    Check,
    ChevronDown,
    ChevronRight,
    CircleCheck,
    CircleCross,
    CircleDot,
    CircleEmpty,
    CircleHalf,
    Clock,
    Copy,
    Cross,
    Document,
    Download,
    Edit,
    Eye,
    Files,
    Flag,
    Flask,
    Folder,
    Globe,
    Group,
    Help,
    Hourglass,
    Info,
    Key,
    Link,
    List,
    Lock,
    Log,
    Mail,
    Overview,
    Pause,
    Play,
    Print,
    Refresh,
    Save,
    Search,
    Shield,
    Stale,
    Stop,
    Trash,
    Unlock,
    Upload,
    Warning,
    Waybill,
};

/// Follows the theme by itself. Neutral takes the text colour.
QIcon icon(Glyph glyph, Tone tone = Tone::Neutral);
/// The glyph that belongs to a tone, e.g. a check mark for Ok.
Glyph glyphOf(Tone tone);
/// Draws a glyph at once, crisp at the painter's scale.
void paintGlyph(QPainter &painter, const QRectF &place, Glyph glyph, const QColor &colour);

} // namespace waybill::ui
