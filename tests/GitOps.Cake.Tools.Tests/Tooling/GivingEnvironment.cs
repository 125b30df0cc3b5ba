using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

[Collection(nameof(ProcessEnvironment))]
public sealed class GivingEnvironment
{
    [Theory]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("GH_TOKEN")]
    [InlineData("GH_ENTERPRISE_TOKEN")]
    [InlineData("GITHUB_ENTERPRISE_TOKEN")]
    [InlineData("GITOPS_GITHUB_APP_PRIVATE_KEY")]
    [InlineData("GITOPS_PLAN_KEY")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_TOKEN")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL")]
    [InlineData("ACTIONS_RUNTIME_TOKEN")]
    [InlineData("SYSTEM_ACCESSTOKEN")]
    [InlineData("CI_JOB_TOKEN")]
    public async Task A_tool_does_not_get_credentials_unless_they_are_passed_by_name(string name)
    {
        using var _ = ProcessEnvironment.With((name, "canary-of-the-ci"), ("GITOPS_TEST_PLAIN", "plain"));

        var without = await EnvironmentOf(new ToolRunner());
        without.ShouldContain("GITOPS_TEST_PLAIN=plain");
        without.ShouldNotContain(name + "=", Case.Insensitive);
        without.ShouldNotContain("canary-of-the-ci");

        (await EnvironmentOf(new ToolRunner(new() { PassEnvironment = [name] }))).ShouldContain($"{name}=canary-of-the-ci");
    }

    [Fact]
    public async Task A_credential_of_the_ci_is_hidden_even_where_it_is_passed()
    {
        using var _ = ProcessEnvironment.With(("GITHUB_TOKEN", "canary-of-the-ci"));
        var lines = new List<string>();
        await new ToolRunner(new() { PassEnvironment = ["GITHUB_TOKEN"] })
            .RunAsync(Dummy.Command("env"), line => lines.Add(line.Text), TestContext.Current.CancellationToken);

        lines.ShouldContain("GITHUB_TOKEN=***");
    }

    [Fact]
    public async Task A_command_adds_and_removes_variables()
    {
        using var _ = ProcessEnvironment.With(("GITOPS_TEST_REMOVED", "1"));
        var command = Dummy.Command("env");
        var output = await new ToolRunner().RunAsync(
            command with
            {
                Environment = command.Environment.Add("GITOPS_TEST_ADDED", new Secret("two")).Add("GITOPS_TEST_REMOVED", null),
            },
            TestContext.Current.CancellationToken);

        output.StandardOutput.ShouldContain("GITOPS_TEST_ADDED=two");
        output.StandardOutput.ShouldNotContain("GITOPS_TEST_REMOVED");
    }

    private static async Task<string> EnvironmentOf(ToolRunner runner) =>
        (await runner.RunAsync(Dummy.Command("env"), TestContext.Current.CancellationToken)).StandardOutput;
}
