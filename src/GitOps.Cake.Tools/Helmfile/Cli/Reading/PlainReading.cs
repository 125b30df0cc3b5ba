using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Failures;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>What a call answered that neither compares nor changes releases.</summary>
/// <typeparam name="T">What it answers with.</typeparam>
/// <param name="End">How it ended.</param>
/// <param name="Value">The answer; null where it ended otherwise than well.</param>
/// <param name="Error">The error; null where there is none.</param>
internal sealed record PlainReading<T>(CallEnd End, T? Value, HelmfileError? Error)
    where T : class;
