import account from './account.json';
import address from './address.json';
import alerts from './alerts.json';
import app from './app.json';
import apply from './apply.json';
import branch from './branch.json';
import audit from './audit.json';
import collectors from './collectors.json';
import customers from './customers.json';
import devices from './devices.json';
import form from './form.json';
import invitation from './invitation.json';
import groups from './groups.json';
import invoices from './invoices.json';
import joining from './joining.json';
import keys from './keys.json';
import list from './list.json';
import labels from './labels.json';
import locations from './locations.json';
import meters from './meters.json';
import meterCases from './meterCases.json';
import meterLink from './meterLink.json';
import timeline from './timeline.json';
import lifecycle from './lifecycle.json';
import move from './move.json';
import models from './models.json';
import nav from './nav.json';
import reports from './reports.json';
import volumes from './volumes.json';
import notFound from './notFound.json';
import notificationAddress from './notificationAddress.json';
import notices from './notices.json';
import orders from './orders.json';
import organisation from './organisation.json';
import overview from './overview.json';
import person from './person.json';
import password from './password.json';
import privacy from './privacy.json';
import problem from './problem.json';
import register from './register.json';
import rights from './rights.json';
import sight from './sight.json';
import readings from './readings.json';
import roles from './roles.json';
import secondStep from './secondStep.json';
import security from './security.json';
import signIn from './signIn.json';
import silence from './silence.json';
import source from './source.json';
import staff from './staff.json';
import steps from './steps.json';
import supplies from './supplies.json';
import tickets from './tickets.json';
import underWay from './underWay.json';
import users from './users.json';
import newOrder from './newOrder.json';
import plans from './plans.json';

/** All words of the portal in Italian. */
export default {
  account,
  address,
  alerts,
  app,
  apply,
  branch,
  audit,
  collectors,
  customers,
  devices,
  form,
  invitation,
  groups,
  invoices,
  joining,
  keys,
  list,
  labels,
  locations,
  meters,
  meterCases,
  meterLink,
  timeline,
  lifecycle,
  move,
  models,
  nav,
  reports,
  volumes,
  notFound,
  notificationAddress,
  notices,
  orders,
  organisation,
  overview,
  person,
  password,
  privacy,
  problem,
  register,
  rights,
  sight,
  readings,
  roles,
  secondStep,
  security,
  signIn,
  silence,
  source,
  staff,
  steps,
  supplies,
  tickets,
  underWay,
  users,
  newOrder,
  plans,
};
