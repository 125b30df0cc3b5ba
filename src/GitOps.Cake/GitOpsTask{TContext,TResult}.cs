using System.Collections.Immutable;
using System.Reflection;
using Cake.Frosting;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;
using GitOps.Cake.Scopes;

namespace GitOps.Cake;

/// <summary>A task with a result: it runs, stops when the run is interrupted, and publishes what came out, once for each scope that it runs for.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
/// <typeparam name="TResult">What it publishes.</typeparam>
public abstract class GitOpsTask<TContext, TResult> : AsyncFrostingTask<TContext>, IReadsOptions
    where TContext : class, IGitOpsContext
    where TResult : class
{
    ImmutableArray<LibraryOption> IReadsOptions.Options => OptionsRead;

    private protected virtual ImmutableArray<LibraryOption> OptionsRead => [];

    /// <summary>Whether the task changes clusters, so that no scope is tried after one that failed.</summary>
    private protected virtual bool Changes => false;

    /// <inheritdoc/>
    public sealed override Task RunAsync(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (session, outcome) = (context.Session, default(string));
        session.Interrupted.ThrowIfCancellationRequested();
        return RunAsync(context, () => ExecuteAsync(context, Publish, session.Interrupted), () => outcome, session.Interrupted);

        void Publish(TResult result)
        {
            outcome = result switch
            {
                Plan plan => plan.ToSummary(),
                ApplyReport report => report.ToSummary(),
                _ => null,
            };
            session.Publish(GetType(), result);
        }
    }

    /// <summary>Does some work for each scope that the task runs for, and what is about several scopes after it.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="work">The work for the scope at hand.</param>
    /// <param name="outcome">What came out of it, in a line; null where there is nothing to say.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private protected async Task RunAsync(TContext context, Func<Task> work, Func<string?> outcome, CancellationToken cancellationToken)
    {
        try
        {
            await RunScopesAsync(context, work, outcome, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            try
            {
                await EndAsync(context, cancellationToken).ConfigureAwait(false);
            }
            catch (GitOpsException exception)
            {
                // What went wrong first is what people have to know.
                context.Session.Log.Warning(exception.Message);
            }

            throw;
        }

        await EndAsync(context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does the work.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="publish">Takes the result, also one that is told before the task fails.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected abstract Task ExecuteAsync(TContext context, Action<TResult> publish, CancellationToken cancellationToken);

    /// <summary>Makes the task's settings and does nothing with them.</summary>
    private protected virtual void ReadSettings(TContext context)
    {
    }

    /// <summary>Reports that a scope is left alone, where the task reports.</summary>
    /// <param name="context">The build's context; its scope is the one at hand.</param>
    /// <param name="scope">The scope's name.</param>
    /// <param name="failed">The scope before it that failed; null where nothing affects this one.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    private protected virtual Task SkipAsync(TContext context, string scope, string? failed, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reports what is about several scopes, after the last of them, also where one failed or the run was interrupted.</summary>
    private protected virtual Task EndAsync(TContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Refuses what was given for the settings and not read: the check before the run knows what a task could read, and an override may have decided all by itself.</summary>
    /// <exception cref="InvalidSettingsException">An option was given that the settings do not follow.</exception>
    private protected void RefuseUnread(OptionReader options, ImmutableArray<LibraryOption> ofSettings)
    {
        var own = GetType().GetCustomAttributes<ReadsOptionAttribute>().Select(attribute => attribute.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<string> problems =
        [
            .. options.Unread(ofSettings.Except(LibraryOptions.Scope).Except(CommandOptions.OfRun)).Where(option => !own.Contains(option.Name)).Select(option =>
                $"The option --{option.Name} was given, but the settings of {GetType().Name} do not follow the command line. Leave it out, or start the settings from base.Settings(context)."),
        ];
        if (!problems.IsEmpty)
            throw new InvalidSettingsException(problems);
    }

    /// <summary>Reports, at the end of a run that did not reach the task, for each scope that it would have run for. Frosting leaves out tasks that want another context.</summary>
    private protected Task TellAsync(IGitOpsContext context, Func<TContext, Task> work) =>
        context is TContext own ? RunAsync(own, () => work(own), () => "reported", CancellationToken.None) : Task.CompletedTask;

    private Task RunScopesAsync(TContext context, Func<Task> work, Func<string?> outcome, CancellationToken cancellationToken) => !OptionsRead.Contains(LibraryOptions.ScopeNames)
        ? work()
        : new ScopeRuns(context, new()
        {
            Settings = () => ReadSettings(context),
            Run = work,
            Skip = (name, failed) => SkipAsync(context, name, failed, cancellationToken),
            Outcome = outcome,
            Changes = Changes,
        }).RunAsync(cancellationToken);
}
