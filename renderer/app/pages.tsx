import { useCallback } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { AboutPage } from '../features/about'
import { ArrivedPage } from '../features/arrived'
import { AuditPage } from '../features/audit'
import { ConflictsPage } from '../features/conflicts'
import { CustomerPage, CustomersPage, DuplicatesPage } from '../features/customers'
import { DuesPage } from '../features/dues'
import { FormPage, type FormSource } from '../features/form-editor'
import { FormsPage } from '../features/forms-library'
import { VoidedPage } from '../features/history'
import { FoundRecords, RecordsPage } from '../features/records'
import { RecoveryPage } from '../features/recovery'
import { SettingsPage } from '../features/settings'
import { TeamPage } from '../features/team'
import { WorkbenchPage } from '../features/workbench'
import { goBack } from './first/go-back'

/** Which page stands at which place. */
export function Pages() {
  return (
    <Switch>
      <Route path="/">
        <WorkbenchPage />
      </Route>
      <Route path="/forms">
        <FormsPage />
      </Route>
      <Route path="/records">
        <RecordsPage />
      </Route>
      <Route path="/found/:text">{({ text }) => <FoundRecords key={text} text={decode(text)} />}</Route>
      <Route path="/dues">
        <DuesPage />
      </Route>
      <Route path="/voided">
        <VoidedPage />
      </Route>
      <Route path="/records/:code">{({ code }) => <RecordsPage key={code} code={code} />}</Route>
      <Route path="/fill/:code">{({ code }) => <Filling source={{ kind: 'new', code }} />}</Route>
      <Route path="/fill/:code/for/:customer">
        {({ code, customer }) => <Filling source={{ kind: 'new', code, customer }} />}
      </Route>
      <Route path="/record/:id">{({ id }) => <Filling source={{ kind: 'record', id }} />}</Route>
      <Route path="/record/:id/at/:field">
        {({ id, field }) => <Filling source={{ kind: 'record', id, at: decode(field) }} />}
      </Route>
      <Route path="/draft/:id">{({ id }) => <Filling source={{ kind: 'draft', id }} />}</Route>
      <Route path="/customers">
        <CustomersPage />
      </Route>
      <Route path="/customers/with/:text">
        {({ text }) => <CustomersPage key={text} text={decode(text)} />}
      </Route>
      <Route path="/customers/duplicates">
        <DuplicatesPage />
      </Route>
      <Route path="/customer/:id">{({ id }) => <CustomerPage key={id} id={id} />}</Route>
      <Route path="/team">
        <TeamPage />
      </Route>
      <Route path="/arrived">
        <ArrivedPage />
      </Route>
      <Route path="/conflicts">
        <ConflictsPage />
      </Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route path="/recovery">
        <RecoveryPage />
      </Route>
      <Route path="/audit">
        <AuditPage />
      </Route>
      <Route path="/about">
        <AboutPage />
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  )
}

/** A form is opened anew for every source: nothing of the last one stays. */
function Filling({ source }: { readonly source: FormSource }) {
  const [, navigate] = useLocation()
  const close = useCallback(() => {
    goBack(navigate)
  }, [navigate])
  const key = source.kind === 'new' ? `${source.code} ${source.customer ?? ''}` : source.id
  return <FormPage key={key} source={source} onClose={close} />
}

/** The address keeps what was typed as it stands; a stray % is no fault of the person. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
