namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>What a run of the build program ended with, and all that it printed.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;

    public ProgramRun ShouldSucceed()
    {
        ExitCode.ShouldBe(0, All);
        return this;
    }

    public ProgramRun ShouldFail()
    {
        ExitCode.ShouldNotBe(0, All);
        return this;
    }
}
