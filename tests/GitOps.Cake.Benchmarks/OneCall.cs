using Cake.Frosting;

namespace GitOps.Cake.Benchmarks;

/// <summary>A whole build with one task: what <c>whole_ms</c> measures.</summary>
internal static class OneCall
{
    public static int Run(string call, string[] options) => new CakeHost().UseGitOps<MeasuredContext>().Run(
        [$"--target={nameof(Measured)}", "--verbosity=quiet", "--current-context", $"--call={call}", .. options]);
}
