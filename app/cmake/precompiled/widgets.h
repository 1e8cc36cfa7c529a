// SPDX-License-Identifier: Apache-2.0
// core.h for files with windows.
#pragma once

#include "core.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidget>
