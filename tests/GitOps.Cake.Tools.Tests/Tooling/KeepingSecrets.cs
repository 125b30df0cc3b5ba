using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

public sealed class KeepingSecrets
{
    private const string Canary = "canary+value/1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_command_line_shows_its_secrets_as_stars() =>
        new ToolCommand("tool", "--set", new Argument("a=", new Secret(Canary)), new Secret(Canary), "it's").ToString()
            .ShouldBe(@"tool --set a=*** *** 'it'\''s'");

    [Fact]
    public async Task What_a_tool_prints_of_its_secrets_is_hidden_and_what_it_answers_is_not()
    {
        var lines = new List<string>();
        var command = new ToolCommand(Dummy.Command().Program, "echo", new Secret(Canary));
        var output = await new ToolRunner().RunAsync(command, line => lines.Add(line.Text), Stop);

        lines.ShouldBe(["***"]);
        output.StandardOutput.Trim().ShouldBe(Canary);
        output.ToString().ShouldNotContain(Canary);
    }

    [Theory]
    [InlineData(Canary)]
    [InlineData("Y2FuYXJ5K3ZhbHVlLzE=")]
    [InlineData("canary%2Bvalue%2F1")]
    [InlineData("ghs_12345_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.abc-_xyz1234567890")]
    [InlineData("ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("github_pat_" + "11ABCDEFG0123456789abcdefg")]
    public async Task No_message_holds_a_secret(string text)
    {
        var runner = new ToolRunner(new() { Secrets = [new(Canary)] });

        var failure = await Should.ThrowAsync<ToolFailedException>(
            () => runner.RunAsync(new(Dummy.Command().Program, "exit", "1", new Argument("before ", new Secret(text)), $"<{text}>"), Stop));

        failure.Message.ShouldContain("<***>");
    }

    [Theory]
    [InlineData("https://user:pa55@host/x", "https://user:***@host/x")]
    [InlineData("https://host:8080/x@y", "https://host:8080/x@y")]
    [InlineData("nothing to hide", "nothing to hide")]
    public void Passwords_in_addresses_are_hidden(string text, string shown) => new Redactor().Redact(text).ShouldBe(shown);

    [Theory]
    [InlineData("on")]
    [InlineData("true")]
    [InlineData("12345")]
    public void Ordinary_words_stay_readable(string value)
    {
        var redactor = new Redactor();
        redactor.Add(new Secret(value));
        redactor.Redact($"a {value} b").ShouldBe($"a {value} b");
    }

    [Fact]
    public void Each_line_of_a_key_is_hidden()
    {
        var redactor = new Redactor();
        redactor.Add(new Secret("-----BEGIN KEY-----\nabcdefghijkl\nmnopqrstuvwx\n-----END KEY-----\n"));
        redactor.Redact("found mnopqrstuvwx here").ShouldBe("found *** here");
    }

    [Theory]
    [InlineData("--set", "a=canary", "--set a=***")]
    [InlineData("--set-string=a=canary", "x", "--set-string=a=*** x")]
    [InlineData("--password", "canary", "--password ***")]
    [InlineData("--timeout", "5m", "--timeout 5m")]
    public void Words_of_others_hide_what_follows_a_secret_option(string first, string second, string shown) =>
        string.Join(' ', Args.Words([first, second])).ShouldBe(shown);
}
