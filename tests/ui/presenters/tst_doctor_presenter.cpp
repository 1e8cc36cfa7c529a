// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "presenters/doctor_presenter.h"

#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using test::Onboarding;

class TestDoctorPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnEndpointThereIsNothingToLookAt()
    {
        Onboarding o;
        DoctorPresenter doctor(o.practice());
        QVERIFY(!doctor.state().available);
        QVERIFY(doctor.state().verdict.isEmpty());
    }

    void aRefusalIsExplainedInWords()
    {
        test::SandboxProcess sandbox({QStringLiteral("--patients"), QStringLiteral("5"),
            QStringLiteral("--fault"), QStringLiteral("not-activated")});
        QVERIFY2(sandbox.isListening(), qPrintable(sandbox.problem()));
        Onboarding o;
        o.offer(sandbox);
        QVERIFY(o.chooseEnvironment() && o.adoptKey());
        o.practice().endpoint().type(sandbox.ecw().fhirBaseUrl.toString());
        QVERIFY(o.practice().endpoint().accept());
        o.practice().client().registerWithSandbox(assistant::Registration::PastedJwks);
        QVERIFY(Onboarding::waitFor([&] { return !o.profile().clientId.isEmpty(); }));
        o.practice().connection().run(); // the first token host is accepted by a person or is the same
        QVERIFY(Onboarding::waitFor([&] {
            return o.practice().connection().state().work == assistant::ConnectionDeskState::Work::Idle;
        }));
        DoctorPresenter doctor(o.practice());
        QSignalSpy states(&doctor, &DoctorPresenter::stateChanged);
        doctor.runOrStop();
        QVERIFY(doctor.state().running);
        QVERIFY(Onboarding::waitFor([&] { return !doctor.state().running; }));
        QVERIFY(states.size() > 3); // line by line
        QVERIFY(!doctor.state().healthy);
        QVERIFY2(
            doctor.state().verdict.contains(QLatin1String("activated")), qPrintable(doctor.state().verdict));
        QCOMPARE(doctor.state().causes.first().look, CheckLine::Look::Bad);
        QVERIFY(doctor.state().serverWords.contains(QLatin1String("not enabled")));
        QVERIFY(!doctor.state().trace.isEmpty());
        doctor.saveTrace(o.inHome(QStringLiteral("trace.txt")));
        QVERIFY(QFile::exists(o.inHome(QStringLiteral("trace.txt"))));
        QVERIFY(doctor.state().note.contains(QLatin1String("trace.txt")));

        QVERIFY(sandbox.setFaults({}));
        doctor.runOrStop();
        QVERIFY(Onboarding::waitFor([&] { return !doctor.state().running; }));
        QVERIFY2(doctor.state().healthy, qPrintable(doctor.state().verdict));
        QVERIFY(doctor.state().causes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDoctorPresenter)
#include "tst_doctor_presenter.moc"
