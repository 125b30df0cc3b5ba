using System.Text.Json;
using GitOps.Cake.Reports;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Reports;

public class ApplyReportJsonTests
{
    private static readonly string Good = ApplyReportJson.Write(Sample.Report());

    [Fact]
    public void A_report_of_any_content_comes_back_as_it_was_and_is_written_to_the_same_bytes_again()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var report = new RandomPlans(seed).Report();
            var json = ApplyReportJson.Write(report);

            var read = ApplyReportJson.Read(json);

            Structure.Of(read).ShouldBe(Structure.Of(report), $"seed {seed}");
            ApplyReportJson.Write(read).ShouldBe(json, $"seed {seed}");
        }
    }

    [Fact]
    public void Readers_of_the_file_find_whether_it_succeeded_before_the_details()
    {
        using var json = JsonDocument.Parse(Good);

        json.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["schemaVersion", "succeeded", "dryRun", "interrupted", "duration", "releases", "errors", "plan"]);
        json.RootElement.GetProperty("succeeded").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("releases")[1].GetProperty("outcome").GetString().ShouldBe("rolled-back");
        json.RootElement.GetProperty("releases")[1].GetProperty("isFailure").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"environment\": \"staging\"", "\"environment\": \"production\"", "@ $.plan.digest")]
    [InlineData("\"plan\": {\n    \"schemaVersion\": 1", "\"plan\": {\n    \"schemaVersion\": 3", "schema version 3")]
    [InlineData("{\n  \"schemaVersion\": 1", "{\n  \"schemaVersion\": 2", "schema version 2")]
    [InlineData("\"rolled-back\"", "\"rolled back\"", "$.releases[1].outcome")]
    [InlineData("\"plan\": {", "\"plan\": null, \"x\": {", "$.plan")]
    [InlineData("\"plan\": {", "\"x\": {", "plan")]
    [InlineData("\"releases\": [", "\"releases\": [ null,", "$.releases[0]")]
    public void A_report_that_does_not_fit_is_refused(string old, string replacement, string what)
    {
        var at = Good.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);

        var message = Should.Throw<GitOpsException>(
            () => ApplyReportJson.Read(string.Concat(Good.AsSpan(0, at), replacement, Good.AsSpan(at + old.Length)), "report.json")).Message;

        message.ShouldStartWith("report.json ");
        message.ShouldContain(what);
    }

    [Fact]
    public void A_plan_is_no_report() =>
        Should.Throw<GitOpsException>(() => ApplyReportJson.Read(GitOps.Cake.Plans.PlanJson.Write(Sample.Full()), "plan.json"))
            .Message.ShouldStartWith("plan.json is not a report of an apply that can be read: ");

    [Fact]
    public async Task A_report_is_read_from_a_stream()
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Good));

        var report = await ApplyReportJson.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken);

        Structure.Of(report).ShouldBe(Structure.Of(Sample.Report()));
    }
}
