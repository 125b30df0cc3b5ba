namespace Cake.Frosting.Tests.InProcess;

internal sealed record FrostingRun(int ExitCode, IReadOnlyList<string> Journal, string Output, string Errors)
{
    public void ShouldSucceed(params string[] journal)
    {
        Errors.ShouldBeEmpty();
        ExitCode.ShouldBe(0);
        Journal.ShouldBe(journal);
    }

    public void ShouldFail(string message, int exitCode = 1)
    {
        Errors.ShouldContain(message);
        ExitCode.ShouldBe(exitCode);
    }
}
