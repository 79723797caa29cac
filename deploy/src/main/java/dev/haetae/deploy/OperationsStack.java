package dev.haetae.deploy;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * What wakes an operator, and one page to look at. There is no bastion: a shell in a task, or a way to the database, is a session of
 * Session Manager's, which logs it.
 */
final class OperationsStack extends Stack {

    private final Topic alarms;

    OperationsStack(
            Construct scope, String id, StackProps props, Settings settings, DataStack data, ServiceStack service) {
        super(scope, id, props);
        alarms = topic(settings);
        // An on-prem worker's log shipper may write here, and nowhere else.
        LogGroup.Builder.create(this, "OnPremWorkers")
                .logGroupName("/haetae/on-prem-workers")
                .retention(RetentionDays.THREE_MONTHS)
                .build();
        Metric storage = data.database.metricFreeStorageSpace();
        Metric cpu = data.database.metricCPUUtilization();
        Metric unhealthy = unhealthyTargets(service);
        above("StudentsWait", "A submission has waited two minutes for a worker", Figures.queueAge(), 120);
        above("DeadLetters", "There are dead letters that nobody has sent again", Figures.deadLetters(), 0);
        below("NoWorker", "No judge worker takes work", Figures.workersReady(), 1, TreatMissingData.BREACHING);
        below("DatabaseStorage", "The database has less than 5 GB left", storage, 5e9, TreatMissingData.MISSING);
        above("DatabaseCpu", "The database is busy", cpu, 85);
        above("TasksUnhealthy", "The load balancer finds tasks that are not ready", unhealthy, 0);
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName("haetae")
                .widgets(List.of(
                        List.of(
                                graph("Age of the queue, s", Figures.queueAge()),
                                graph("Workers ready", Figures.workersReady())),
                        List.of(graph("Database CPU, %", cpu), graph("Tasks not ready", unhealthy))))
                .build();
    }

    private Topic topic(Settings settings) {
        Topic topic = Topic.Builder.create(this, "Alarms").enforceSsl(true).build();
        topic.addSubscription(new EmailSubscription(settings.alarmEmail()));
        return topic;
    }

    private static Metric unhealthyTargets(ServiceStack service) {
        return service.front.blue.getMetrics().unhealthyHostCount();
    }

    private void above(String id, String sentence, IMetric metric, double threshold) {
        alarm(id, sentence, metric, threshold, ComparisonOperator.GREATER_THAN_THRESHOLD, TreatMissingData.MISSING);
    }

    private void below(String id, String sentence, IMetric metric, double threshold, TreatMissingData missing) {
        alarm(id, sentence, metric, threshold, ComparisonOperator.LESS_THAN_THRESHOLD, missing);
    }

    private void alarm(
            String id,
            String sentence,
            IMetric metric,
            double threshold,
            ComparisonOperator operator,
            TreatMissingData missing) {
        Alarm alarm = Alarm.Builder.create(this, id)
                .alarmName("haetae-" + id)
                .alarmDescription(sentence)
                .metric(metric)
                .threshold(threshold)
                .evaluationPeriods(3)
                .comparisonOperator(operator)
                .treatMissingData(missing)
                .build();
        alarm.addAlarmAction(new SnsAction(alarms));
        alarm.addOkAction(new SnsAction(alarms));
    }

    private static IWidget graph(String title, IMetric metric) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metric))
                .width(12)
                .build();
    }
}
