using System.Globalization;

namespace GitOps.Cake.Templates.Tests.Fuzzing;

/// <summary>How many inputs a fuzz test tries: few by default, and as many as <c>GITOPS_FUZZ_INPUTS</c> says, as in 1000000, from <c>GITOPS_FUZZ_SEED</c> on.</summary>
internal static class FuzzBudget
{
    private const int Default = 2000;

    public static int Inputs => Number("GITOPS_FUZZ_INPUTS", Default);

    /// <summary>Seeds, one an input: an input that fails can be made again from its seed alone.</summary>
    public static IEnumerable<int> Seeds => Enumerable.Range(Number("GITOPS_FUZZ_SEED", 0), Inputs);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
